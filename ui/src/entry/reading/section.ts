/** What an entry reads like: questions that have an answer. */
import type { PersonCard, Record } from "../../ipc";

/** One answered question. */
export type Section =
  | { question: string; text: string }
  | { question: string; list: string[] }
  | { question: string; turns: ReadTurn[] };

/** A turn to read. */
export interface ReadTurn {
  who: string;
  said: string;
  /** What was underneath, a line each. */
  under: string[];
}

/** What a reader may look at besides the record. */
export interface Beside {
  cards: readonly PersonCard[];
  /** The therapist's name; may be empty. */
  therapist: string;
  /** Whether what leads to speaking with someone may be read (domain reference D.7). */
  open: boolean;
}

/** Gives the sections of one kind, empty ones included; those are left out later. */
export type Reader = (record: Record, beside: Beside) => Section[];
