// Writes placed pages with PptxGenJS, several times, and prints the best time in milliseconds.
//
//     node deck.mjs PAGES.json ROUNDS OUT.pptx
//
// PAGES.json is made by compare.py: the elements of a deck that was laid out before, so that
// both writers do the same work. The package is found from the folder in which node is started.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { join } from "node:path";

const PptxGenJS = createRequire(join(process.cwd(), "/"))("pptxgenjs");
const [pagesFile, rounds, out] = process.argv.slice(2);
const { pages, size } = JSON.parse(readFileSync(pagesFile, "utf8"));

const place = (e) => ({ x: e.x, y: e.y, w: e.w, h: e.h });
const runs = (paragraphs) =>
  paragraphs.flatMap((paragraph) =>
    paragraph.runs.map((run, index) => ({
      text: run.text,
      options: {
        bold: run.bold,
        color: run.colour,
        fontSize: run.size,
        align: paragraph.align,
        lineSpacing: paragraph.pitch,
        bullet: index === 0 && paragraph.bullet ? { indent: paragraph.indent } : undefined,
        breakLine: index === paragraph.runs.length - 1,
      },
    })),
  );

const draw = {
  text: (slide, e) =>
    slide.addText(runs(e.paragraphs), {
      ...place(e), margin: e.padding, valign: e.anchor, fontFace: e.font,
      fill: e.fill && { color: e.fill }, line: e.border && { color: e.border, width: 0.75 },
    }),
  shape: (slide, e) =>
    slide.addShape(e.geometry, {
      ...place(e), fill: e.fill && { color: e.fill },
      line: e.border && { color: e.border, width: e.borderWidth },
    }),
  rule: (slide, e) =>
    slide.addShape("line", {
      ...place(e), flipH: e.flipH, flipV: e.flipV,
      line: { color: e.colour, width: e.thickness, endArrowType: e.arrow ? "triangle" : undefined },
    }),
  path: (slide, e) =>
    slide.addShape("custGeom", { ...place(e), fill: { color: e.fill }, points: e.points }),
  image: (slide, e) => slide.addImage({ ...place(e), data: e.data, altText: e.alt }),
  table: (slide, e) =>
    slide.addTable(
      e.rows.map((row) =>
        row.map((cell) => ({
          text: runs(cell.paragraphs), options: { fill: cell.fill && { color: cell.fill } },
        })),
      ),
      { ...place(e), colW: e.columns, rowH: e.heights, fontFace: e.font },
    ),
  chart: (slide, e) =>
    slide.addChart(
      ["line", "doughnut"].includes(e.kind) ? e.kind : "bar",
      e.series.map((s) => ({ name: s.name, labels: e.categories, values: s.values })),
      {
        ...place(e), barDir: e.kind === "bar" ? "bar" : "col", altText: e.alt,
        chartColors: e.series.map((s) => s.colour), showLegend: e.legend, showValue: true,
        dataLabelFontSize: e.fontSize,
      },
    ),
};

async function deck() {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: "PAGE", width: size.w, height: size.h });
  pptx.layout = "PAGE";
  for (const page of pages) {
    const slide = pptx.addSlide();
    if (page.background) slide.background = { color: page.background };
    for (const element of page.elements) draw[element.type](slide, element);
    if (page.notes) slide.addNotes(page.notes);
  }
  return pptx.write({ outputType: "nodebuffer", compression: true });
}

let best = Infinity;
let file;
for (let round = 0; round < Number(rounds); round += 1) {
  const start = performance.now();
  file = await deck();
  best = Math.min(best, performance.now() - start);
}
writeFileSync(out, file);
console.log(JSON.stringify({ milliseconds: best, bytes: file.length }));
