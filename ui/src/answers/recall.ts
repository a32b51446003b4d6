/** The person's own words of earlier check-ins and times of use, the most used first. */
import { ipc } from "../ipc";
import { NO_WORDS, ownWords, type OwnWords } from "./answers";

/** How many earlier ones are looked through. */
const LOOKED_THROUGH = 200;

/** Without an answer own words can be typed again. */
export async function recallWords(): Promise<OwnWords> {
  try {
    const earlier = await ipc.listRecords({
      kinds: ["check_in", "use"],
      people: [],
      focus: null,
      from: null,
      to: null,
      limit: LOOKED_THROUGH,
    });
    return ownWords(earlier);
  } catch {
    return NO_WORDS;
  }
}
