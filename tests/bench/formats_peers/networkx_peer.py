"""networkx_peer.py pairs|table|graphml|gexf FILE: reads a graph as networkx's documentation says."""

import csv
import json
import sys
import time

import networkx


def read(form, path):
    if form == "pairs":
        with open(path, "rb") as file:
            next(file)
            return networkx.read_edgelist(file, delimiter=",", data=False,
                                          create_using=networkx.MultiDiGraph)
    if form == "table":
        graph = networkx.MultiDiGraph()
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                source, target = row.pop("Source"), row.pop("Target")
                row["Weight"] = float(row["Weight"])
                graph.add_edge(source, target, **row)
        return graph
    if form == "gexf":
        return networkx.read_gexf(path)
    return networkx.read_graphml(path, force_multigraph=True)


start = time.monotonic()
read_graph = read(*sys.argv[1:3])
print(json.dumps({"seconds": round(time.monotonic() - start, 3),
                  "vertices": read_graph.number_of_nodes(),
                  "edges": read_graph.number_of_edges()}))
