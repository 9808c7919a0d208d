// javascript_peer.mjs forceatlas2|d3 EDGES.csv COORDS.csv: ForceAtlas2 of graphology, or d3-force.

import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

const [algorithm, input, output] = process.argv.slice(2);

function readEdges() {
    const lines = readFileSync(input, "latin1").split("\n");
    const edges = [];
    let vertices = 0;
    for (const line of lines.slice(1)) {
        if (line !== "") {
            const [source, target] = line.split(",").map(Number);
            edges.push([source, target]);
            vertices = Math.max(vertices, source + 1, target + 1);
        }
    }
    return { vertices, edges };
}

/// Numbers in [0, 1), always the same (Mulberry32).
function randomNumbers(seed) {
    return () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

function timed(work) {
    const before = process.cpuUsage();
    const start = process.hrtime.bigint();
    work();
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    const user = process.cpuUsage(before).user / 1e6;
    console.log(JSON.stringify({ seconds: +seconds.toFixed(3), user: +user.toFixed(3) }));
}

/// It has no end of its own: after 500 iterations pictures hardly change, but large graphs would
/// take hours.
async function forceAtlas2({ vertices, edges }) {
    const Graph = (await import("graphology")).default.UndirectedGraph;
    const layout = (await import("graphology-layout-forceatlas2")).default;
    const random = randomNumbers(1);
    const graph = new Graph();
    for (let i = 0; i < vertices; ++i) {
        graph.addNode(i, { x: random() * 1000, y: random() * 1000 });
    }
    for (const [source, target] of edges) {
        graph.addEdge(source, target);
    }
    const settings = { ...layout.inferSettings(graph), barnesHutOptimize: true };
    const iterations = vertices <= 20_000 ? 500 : 100;
    let places;
    timed(() => {
        places = layout(graph, { iterations, settings });
    });
    return (i) => places[i];
}

async function d3({ vertices, edges }) {
    const force = await import("d3-force");
    const nodes = Array.from({ length: vertices }, () => ({}));
    const links = edges.map(([source, target]) => ({ source, target }));
    timed(() => {
        force
            .forceSimulation(nodes)
            .force("charge", force.forceManyBody())
            .force("link", force.forceLink(links))
            .force("x", force.forceX())
            .force("y", force.forceY())
            .stop()
            .tick(300);
    });
    return (i) => nodes[i];
}

const edges = readEdges();
const position = await { forceatlas2: forceAtlas2, d3 }[algorithm](edges);
const file = openSync(output, "w");
let text = "id,x,y\n";
for (let i = 0; i < edges.vertices; ++i) {
    const { x, y } = position(i);
    text += `${i},${x},${y}\n`;
    if (text.length > 1 << 20) {
        writeSync(file, text);
        text = "";
    }
}
writeSync(file, text);
closeSync(file);
