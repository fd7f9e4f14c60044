/**
 * What a report keeps where its format has limits: the severest first, whatever the order in which it comes. Memory is bounded by
 * the limits; what does not fit is counted.
 */
import { SEVERITIES, type Severity } from '../core/result.js';

/** A piece of a report. */
export interface Piece {
  readonly severity: Severity;
  readonly text: string;
  /** How much is left out where the piece does not fit. */
  readonly weight: number;
}

export interface Room {
  /** Most pieces. */
  readonly pieces: number;
  /** Most characters of their texts. */
  readonly characters: number;
}

export class Severest<T extends Piece> {
  /** Weights of what did not fit. */
  readonly leftOut: Record<Severity, number> = { low: 0, medium: 0, high: 0 };
  readonly #kept: Record<Severity, T[]> = { low: [], medium: [], high: [] };
  readonly #room: Room;
  #pieces = 0;
  #characters = 0;
  /** Severities up to this index take nothing more: a piece as severe was left out, and those kept are the first ones. */
  #closed = -1;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Keeps the piece if there is room, or room is made by leaving out the last of less severe ones. */
  add(piece: T): void {
    const level = SEVERITIES.indexOf(piece.severity);
    while (level > this.#closed && !this.#fits(piece)) {
      const victim = SEVERITIES.slice(0, level).find((severity) => this.#kept[severity].length > 0);
      if (victim === undefined) this.#closed = level;
      else this.#dropLast(victim);
    }
    if (level <= this.#closed) {
      this.leftOut[piece.severity] += piece.weight;
      return;
    }
    this.#kept[piece.severity].push(piece);
    this.#pieces++;
    this.#characters += piece.text.length;
  }

  /** What was kept: the severest first, each severity in its order. */
  pieces(): T[] {
    return SEVERITIES.toReversed().flatMap((severity) => this.#kept[severity]);
  }

  #fits({ text }: Piece): boolean {
    return this.#pieces < this.#room.pieces && this.#characters + text.length <= this.#room.characters;
  }

  #dropLast(severity: Severity): void {
    const last = this.#kept[severity].pop()!;
    this.#closed = Math.max(this.#closed, SEVERITIES.indexOf(severity));
    this.leftOut[severity] += last.weight;
    this.#pieces--;
    this.#characters -= last.text.length;
  }
}
