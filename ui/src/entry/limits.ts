/** Longest texts, as the journal checks them (journal/src/check.rs). */
export const LINE_MAX = 200;
export const ANSWER_MAX = 10_000;
export const PAGE_MAX = 100_000;
export const TURNS_MAX = 60;
export const MANY_MAX = 200;
export const NAME_MAX = 60;
