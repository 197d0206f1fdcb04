/** Answers the questions of the tests: a line of JSON in, a line of JSON out, in their order. */

import { createInterface } from "node:readline";
import * as core from "./core.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { name, questions } = JSON.parse(line);
  let told;
  try {
    told = { answers: await Promise.all(questions.map(core[name])) };
  } catch (error) {
    told = { error: String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
