// Waiting for conditions, within bounds. Nothing here sleeps for the sake of it.
import { setTimeout as pause } from "node:timers/promises";

// A test that is cut off ends what it started all the same.
process.once("SIGTERM", () => process.exit(143));

/** How long anything may take, in milliseconds, and how long an effect is waited for before the act is done again. */
export const PATIENCE = 20_000;
const AGAIN = 3_000;

/** Asks until the answer is true, and gives it. Fails after a while, with what `describe` says of the state. */
export async function until(what, ask, { patience = PATIENCE, describe = () => "" } = {}) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what}: waited ${patience / 1000} s in vain\n${await describe()}`);
    await pause(25);
  }
}

/** Acts, and waits for the effect; acts again when there is none, since editors lose keys while they redraw. */
export async function act(what, acting, effect, { describe, patience = AGAIN } = {}) {
  for (let attempt = 1; ; attempt++) {
    await acting(attempt);
    try {
      return await until(what, effect, { patience, describe });
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}
