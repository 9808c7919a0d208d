"""Tables of edges as users have them, always the same for the same number of edges."""

import os
import random

VARIANTS = {
    "pairs": "source,target of numbers",
    "weights": "Source,Target,Type,Weight",
    "dated": "and Label, Sector, Begin, End",
    "attributes": "and Id, quoted labels, notes and four columns of their own",
    "graphml": "the edges of weights as GraphML",
    "gexf": "the edges of weights as GEXF",
}
GRAPH_FILES = ["graphml", "gexf"]  # the others are tables
SECTORS = ["defence", "energy", "trade", "energy; trade", "nuclear", "diplomacy"]
TYPES = ["ally", "supplies", "member of", "adversary"]
HEADERS = {
    "pairs": "source,target",
    "weights": "Source,Target,Type,Weight",
    "dated": "Source,Target,Type,Weight,Label,Sector,Begin,End",
    "attributes": "Source,Target,Type,Id,Label,Weight,Note,Region,Budget,Code",
}


def rows(variant, edges):
    """The fields of each row, as they are written."""
    draw = random.Random(1815).randrange
    actors = max(2, edges // 10)
    for i in range(edges):
        source, target = draw(actors), draw(actors)
        if variant == "pairs":
            yield [str(source), str(target)]
            continue
        weight = str(draw(1000) / 10)
        if variant == "weights":
            yield [f"actor{source}", f"actor{target}", "Directed", weight]
        elif variant == "dated":
            begin = 1900 + draw(100)
            yield [f"actor{source}", f"actor{target}", "Directed", weight, TYPES[draw(4)],
                   SECTORS[draw(6)], f"{begin}-{1 + draw(12):02}-{1 + draw(28):02}",
                   str(begin + draw(20))]
        else:
            yield [f"Actor {source}", f"Actor {target}", "Undirected", str(i),
                   f'"tie, ""{TYPES[draw(4)]}"""', weight, "a note of some words",
                   f"Region {draw(200)}", str(draw(1_000_000)), str(draw(50))]


def write_graphml(edges, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                   '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
                   '<key id="w" for="edge" attr.name="weight" attr.type="double"/>\n'
                   '<graph id="G" edgedefault="directed">\n')
        table = list(rows("weights", edges))
        for name in sorted({name for row in table for name in row[:2]}):
            file.write(f'<node id="{name}"/>\n')
        for source, target, _, weight in table:
            file.write(f'<edge source="{source}" target="{target}">'
                       f'<data key="w">{weight}</data></edge>\n')
        file.write("</graph>\n</graphml>\n")


def write_gexf(edges, path):
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                   '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
                   '<graph defaultedgetype="directed">\n<nodes>\n')
        table = list(rows("weights", edges))
        for name in sorted({name for row in table for name in row[:2]}):
            file.write(f'<node id="{name}" label="{name}"/>\n')
        file.write("</nodes>\n<edges>\n")
        for i, (source, target, _, weight) in enumerate(table):
            file.write(f'<edge id="{i}" source="{source}" target="{target}" weight="{weight}"/>\n')
        file.write("</edges>\n</graph>\n</gexf>\n")


def write(variant, edges, folder):
    """The path of the file, and of the same edges parted by blanks, as igraph wants them (None
    where it cannot hold them). Files that are there are kept."""
    os.makedirs(folder, exist_ok=True)
    ending = variant if variant in GRAPH_FILES else "csv"
    path = os.path.join(folder, f"{variant}-{edges}.{ending}")
    plain = os.path.join(folder, f"{variant}-{edges}.ncol")
    newest = os.path.getmtime(__file__)
    if not os.path.exists(path) or os.path.getmtime(path) < newest:
        # A file takes its name when it is whole.
        part, plain_part = path + ".part", plain + ".part"
        if variant == "graphml":
            write_graphml(edges, part)
        elif variant == "gexf":
            write_gexf(edges, part)
        else:
            with open(part, "w", encoding="utf-8") as file, \
                    open(plain_part, "w", encoding="utf-8") as names:
                file.write(HEADERS[variant] + "\n")
                for row in rows(variant, edges):
                    file.write(",".join(row) + "\n")
                    weight = [] if variant == "pairs" else [row[5 if len(row) == 10 else 3]]
                    names.write(" ".join([row[0].replace(" ", "_"), row[1].replace(" ", "_"),
                                          *weight]) + "\n")
            os.replace(plain_part, plain)
        os.replace(part, path)
    return path, None if variant in GRAPH_FILES else plain
