"""networkx_reads.py FILE NODES EDGES: reads a GraphML or GEXF file of the built-in dossier and says
what of it is not as Entente wrote it."""

import sys

import networkx


def main(path, nodes, edges):
    read = networkx.read_gexf if path.endswith(".gexf") else networkx.read_graphml
    graph = read(path)
    facts = {
        "nodes": (graph.number_of_nodes(), nodes),
        "edges": (graph.number_of_edges(), edges),
        "label": (graph.nodes["russia"].get("label"), "Russia"),
        "kind": (graph.nodes["russia"].get("kind"), "state"),
        "code:cow": (graph.nodes["russia"].get("code:cow"), "365"),
        "name:ru": (graph.nodes["russia"].get("name:ru"), "Россия"),
        "latitude": (graph.nodes["russia"].get("latitude"), 55.7558),
        "confidence": (graph.graph["node_default"].get("confidence"), "confirmed"),
        "directed": (graph.is_directed(), True),
    }
    if not path.endswith(".gexf"):
        facts["x"] = (graph.nodes["russia"].get("x"), 1.5)  # and not that of yEd's drawing
    wrong = {name: fact for name, fact in facts.items() if fact[0] != fact[1]}
    for name, (found, wanted) in wrong.items():
        print(f"{path}: {name}: {found!r} instead of {wanted!r}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
