const client = new Client({
  // rotated every month
  token: 'ghs_8YQjomaHVeqWRqDCj9AWgLBAEF8xkk0Giq9c',
  session: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIyNDc0NzQ1NSIsImlhdCI6MTYzMDczNjA5MSwiZXhwIjoxNjMwNzM5NjkxfQ.sk06JY4cuGpP5chyCWU9BREsQoSCwdy0BMi0CuQM74c",
  id: 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
});
