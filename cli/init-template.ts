/** The configuration that `clearset init` writes: every setting with its default, commented out. A test holds it against the schema. */
export const CONFIG_TEMPLATE = `# Clearset's configuration. Lines that begin with #- are settings with their defaults: take the #- away to change one.
# It is found from the working directory upward. One that lies inside what is scanned or checked is not used.

# What is looked for: ids, categories (pii, phi, financial, credentials), countries (US, DE, …), regulations (GDPR, HIPAA, …).
# "clearset detectors" lists them.
#- detectors: []
#- excludeDetectors: []

# Identifiers of your own: a pattern (RE2), and words that must stand in front of a value or name its column.
#- customIdentifiers:
#-   - id: STAFF_NUMBER
#-     pattern: "ST[0-9]{5}"
#-     keywords: [staff, employee]

# Identifiers of Amazon Macie are checked by the public standard of each; with true, only as Macie does.
#- macieStrictness: false

# Values known to be harmless: texts with a value in each line, values, patterns.
#- allowLists:
#-   - values: ["support@example.org"]

# What is examined: globs on the path below the target.
#- include: []
#- exclude: []

# How much may come out of one compressed file or archive: bytes, times its size, members, levels.
#- unpack:
#-   bytes: 107374182400
#-   ratio: 1000
#-   members: 1000000
#-   depth: 8

# Report from this confidence up: low, medium, high.
#- minConfidence: medium

# Severity from which findings give exit code 1: low, medium, high, none.
#- failOn: low

# Occurrences that were accepted before (clearset baseline create), relative to this file.
#- baseline: clearset.baseline

# What the hook of git takes in place of the above.
#- hook:
#-   failOn: high
#-   minConfidence: medium

# What a data set may hold (clearset check): training-data, strict, none; rules of your own come on top.
#- policy:
#-   preset: training-data
#-   rules:
#-     - id: few-mails
#-       detectors: [EMAIL_ADDRESS]
#-       maxShare: 0.001
#-       allowColumns: ["contact.*"]
`;
