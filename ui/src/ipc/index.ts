/**
 * The only door to the backend. Every function either gives its answer or
 * throws a `Failure` with one of the closed error codes. No path, key or file
 * handle ever passes through here, and nothing else may import @tauri-apps.
 */
import { commands as shell, events, type ErrorCode, type Progress } from "./bindings";

export type * from "./bindings";

/** The nine groups of a recovery key. */
export type Groups = Parameters<typeof shell.recoveryKeyTyped>[0];

/** The backend as this door needs it: the real shell, or the stand-in for tests. */
export interface Backend {
  commands: Commands;
  /** Calls back when the shell is about to lock; gives the function that stops it. */
  onLockSoon: (heard: () => void) => Promise<() => void>;
  /** Calls back while long work goes on; gives the function that stops it. */
  onProgress: (heard: (progress: Progress) => void) => Promise<() => void>;
}
export type Commands = typeof shell;

/** What went wrong, as a code. The sentence for it stands in errors.ftl. */
export class Failure extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.name = "Failure";
    this.code = code;
  }
}

let backend: Backend = {
  commands: shell,
  onLockSoon: (heard) => events.lockSoon.listen(heard),
  onProgress: (heard) => events.progress.listen(({ payload }) => heard(payload)),
};

/** Puts another backend behind the door: tests, and `npm run dev:fake`. */
export function standIn(other: Backend): void {
  backend = other;
}

type Answer<T> = Promise<
  { status: "ok"; data: T } | { status: "error"; error: { code: ErrorCode } }
>;
type Data<F> = F extends (...args: never[]) => Answer<infer T> ? T : never;
type Door = {
  [Name in keyof Commands]: (...args: Parameters<Commands[Name]>) => Promise<Data<Commands[Name]>>;
};

async function through<T>(answer: () => Answer<T>): Promise<T> {
  let result;
  try {
    result = await answer();
  } catch {
    // A broken bridge says nothing a person could use, and might quote them.
    throw new Failure("fault");
  }
  if (result.status === "error") throw new Failure(result.error.code);
  return result.data;
}

/** The commands of the backend, by name. */
export const ipc = Object.fromEntries(
  Object.keys(shell).map((name) => [
    name,
    (...args: unknown[]) =>
      through(() => {
        const command = backend.commands[name as keyof Commands] as (
          ...args: unknown[]
        ) => Answer<unknown>;
        return command(...args);
      }),
  ]),
) as unknown as Door;

/** Calls back when the shell is about to lock: save what is unsaved, then call `lock`. */
export async function onLockSoon(heard: () => void): Promise<() => void> {
  return backend.onLockSoon(heard);
}

/** Calls back about five times a second while long work goes on. */
export async function onProgress(heard: (progress: Progress) => void): Promise<() => void> {
  return backend.onProgress(heard);
}

/** The code of anything that was thrown. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof Failure ? error.code : "fault";
}
