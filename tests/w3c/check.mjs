// Are our W3C Web Annotations right in the eyes of others? Reads what samples.py prints, and asks
// for every mark:
// - Apache Annotator, which counts code points as the standard says: do the position and the
//   quotation each lead to the words that were marked?
// - dokieli: is the quotation found there, too, and does the annotation say what it ought to?
// - jsonld.js, in its safe mode: does every term mean something, so that nothing gets lost?

import { readFileSync } from "node:fs";
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from "@apache-annotator/selector";
import { findTextQuoteOffsets, parseAnnotation } from "@dokieli/web-annotation";
import jsonld from "jsonld";
import { WEB_ANNOTATION_CONTEXT_DOCUMENT as context } from "./node_modules/@dokieli/web-annotation/dist/contexts/anno.js";

const problems = [];
let targets = 0;

function expect(holds, ...about) {
  if (!holds) problems.push(about.map((part) => JSON.stringify(part)).join(" "));
}

// A text as Apache Annotator wants it: one chunk.
function chunks(text) {
  const chunk = { data: text, equals: (other) => other === chunk };
  return {
    currentChunk: chunk,
    nextChunk: () => null,
    previousChunk: () => null,
    precedesCurrentChunk: () => false,
  };
}

async function places(matcher, text) {
  const found = [];
  for await (const match of matcher(chunks(text))) found.push([match.startIndex, match.endIndex]);
  return found;
}

async function checkTarget(target, text, words) {
  targets += 1;
  const [quotation, position] = target.selector;
  const [at] = await places(textPositionSelectorMatcher(position), text);
  expect(text.slice(...at) === words, "position", position, "is not at", words);
  const quoted = await places(textQuoteSelectorMatcher(quotation), text);
  expect(quoted.some(([start, end]) => start === at[0] && end === at[1]), "quotation", quotation);
  expect(quoted.every((place) => text.slice(...place) === words), "other words", quotation);
  const offsets = findTextQuoteOffsets({ textContent: text }, quotation);
  expect(offsets.some(({ start, end }) => start === at[0] && end === at[1]), "dokieli", quotation);
}

async function checkMark(item, mark, sample) {
  const text = mark.place === "headline" ? sample.headline : sample.text;
  const list = Array.isArray(item.target) ? item.target : [item.target];
  expect(list.length === mark.words.length, "targets of", item.id);
  for (const [number, target] of list.entries()) {
    await checkTarget(target, text, mark.words[number]);
  }
  const parsed = await parseAnnotation({ "@context": sample.document["@context"], ...item });
  expect(parsed?.motivatedBy === "oa:tagging", "motivation", item.id);
  expect(parsed?.body[0].purpose === "tagging", "purpose", item.id);
  expect(parsed?.body[0].value === mark.label, "label", item.id, mark.label);
  expect(parsed?.creator.name === item.creator?.name, "creator", item.id);
  expect(parsed?.datetime === item.created && item.created.endsWith("Z"), "created", item.id);
}

async function checkTerms(document) {
  const documentLoader = async (url) => ({ contextUrl: null, document: context, documentUrl: url });
  const [expanded] = await jsonld.expand(document, { documentLoader, safe: true });
  const oa = "http://www.w3.org/ns/oa#";
  const page = expanded["https://www.w3.org/ns/activitystreams#first"]
    ?? expanded["http://www.w3.org/ns/activitystreams#first"];
  const list = Object.entries(page[0]).find(([name]) => name.endsWith("#items"))[1][0]["@list"];
  expect(list.length === document.total, "total", list.length, document.total);
  for (const item of list) {
    expect(item["@type"].includes(`${oa}Annotation`), "type", item["@id"]);
    expect(item[`${oa}hasTarget`]?.length && item[`${oa}hasBody`]?.length, "parts", item["@id"]);
  }
}

const samples = JSON.parse(readFileSync(0, "utf-8"));
expect(samples.length > 5, "only", samples.length, "texts came");
for (const sample of samples) {
  const { items } = sample.document.first;
  expect(items.length === sample.marks.length, "marks on", sample.name);
  for (const [number, mark] of sample.marks.entries()) await checkMark(items[number], mark, sample);
  await checkTerms(sample.document);
}
if (problems.length || !targets) {
  console.error(`${problems.length} problems in ${targets} targets, the first of them:`);
  console.error(problems.slice(0, 10).join("\n"));
  process.exit(1);
}
console.log(`W3C Web Annotations: ${targets} targets in ${samples.length} texts, no problem.`);
