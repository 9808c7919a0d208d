#!/usr/bin/env python3
"""sfdp_peer.py EDGES.csv COORDS.csv: Graphviz's sfdp, called in its library to time it alone."""

import ctypes
import json
import resource
import sys
import time


def library(name, **functions):
    loaded = ctypes.CDLL(name)
    for function, arguments in functions.items():
        getattr(loaded, function).argtypes = arguments
        getattr(loaded, function).restype = ctypes.c_void_p
    return loaded


def main():
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    cgraph = library("libcgraph.so.6", agmemread=[text], agfstnode=[pointer],
                     agnxtnode=[pointer, pointer], agnameof=[pointer], agget=[pointer, text])
    gvc = library("libgvc.so.6", gvContext=[], gvLayout=[pointer, pointer, text],
                  attach_attrs=[pointer])
    gvc.gvLayout.restype = ctypes.c_int
    cgraph.agget.restype = cgraph.agnameof.restype = text

    source, output = sys.argv[1:]
    with open(source, encoding="ascii") as file:
        next(file)
        body = "".join(line.replace(",", "--").replace("\n", ";\n") for line in file)
    head = 'graph { graph [overlap=true, splines=""]; node [shape=point, label=""];\n'
    graph = cgraph.agmemread((head + body + "}").encode())
    del body
    context = gvc.gvContext()

    user = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    start = time.monotonic()
    failed = gvc.gvLayout(context, graph, b"sfdp")
    seconds = time.monotonic() - start
    user = resource.getrusage(resource.RUSAGE_SELF).ru_utime - user
    if failed:
        sys.exit("sfdp failed")

    gvc.attach_attrs(graph)
    with open(output, "w", encoding="ascii") as file:
        file.write("id,x,y\n")
        node = cgraph.agfstnode(graph)
        while node:
            file.write(f"{cgraph.agnameof(node).decode()},{cgraph.agget(node, b'pos').decode()}\n")
            node = cgraph.agnxtnode(graph, node)
    print(json.dumps({"seconds": round(seconds, 3), "user": round(user, 3)}))


if __name__ == "__main__":
    main()
