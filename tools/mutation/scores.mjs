// What a measurement says: a line for each change that no test noticed, a line for each file, and the total.

/** A change that runs forever is noticed too. What does not compile, or is ignored, counts as no change. */
const NOTICED = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

const percent = (noticed, all) => (all ? (100 * noticed) / all : 100);
const line = (name, noticed, all) =>
  `${name.padEnd(60)} ${String(all).padStart(5)} ${percent(noticed, all).toFixed(1).padStart(6)} %`;
const shortened = (text = '') => text.replace(/\s+/g, ' ').slice(0, 80);

/** @returns percent of all changes that were noticed */
export function printScores(files) {
  const counts = Object.entries(files).map(([file, { mutants }]) => {
    const missed = mutants.filter(({ status }) => MISSED.has(status));
    for (const { location, mutatorName, replacement } of missed)
      console.log(
        `not noticed: ${file}:${location.start.line}:${location.start.column} ${shortened(replacement ?? mutatorName)}`,
      );
    const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
    return { file, noticed, all: noticed + missed.length };
  });
  for (const { file, noticed, all } of counts.sort((a, b) => a.file.localeCompare(b.file)))
    console.log(line(file, noticed, all));
  const total = counts.reduce((sum, { noticed, all }) => ({ noticed: sum.noticed + noticed, all: sum.all + all }), {
    noticed: 0,
    all: 0,
  });
  console.log(line('together', total.noticed, total.all));
  return percent(total.noticed, total.all);
}
