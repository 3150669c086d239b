// Microsoft's template engine, as one function that tells a value, "undefined" and an exception apart.
import { createRequire } from 'node:module';

const { Template } = createRequire(import.meta.url)('adaptivecards-templating');

export function expand(template, data) {
  try {
    const value = new Template(structuredClone(template)).expand({ $root: structuredClone(data) });
    return value === undefined ? { undefined: true } : { value };
  } catch (error) {
    return { throws: String(error?.message ?? error).slice(0, 160) };
  }
}
