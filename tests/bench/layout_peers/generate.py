#!/usr/bin/env python3
"""Writes the graphs of the layout benchmark as edge lists `source,target`, always the same.

generate.py FOLDER [NAME ...]      all graphs that are named, or all
generate.py --list
"""

import math
import os
import random
import sys


class Edges:
    """Distinct undirected edges without loops."""

    def __init__(self, vertices):
        self.vertices = vertices
        self.keys = set()

    def key(self, a, b):
        return a * self.vertices + b if a < b else b * self.vertices + a

    def add(self, a, b):
        key = self.key(a, b)
        if a == b or key in self.keys:
            return False
        self.keys.add(key)
        return True

    def pairs(self):
        return [divmod(key, self.vertices) for key in sorted(self.keys)]


def power_law(generator, exponent, least, most):
    """A number from `least` to `most` with density x^-exponent."""
    power = 1 - exponent
    low, high = least**power, most**power
    return (low + generator.random() * (high - low)) ** (1 / power)


def power_law_mean(exponent, least, most):
    def moment(k):
        return math.log(most / least) if abs(k) < 1e-9 else (most**k - least**k) / k

    return moment(2 - exponent) / moment(1 - exponent)


def degrees_of(generator, vertices, mean, exponent, most):
    """Degrees with a power law, of the given mean: the least one is found from it."""
    low, high = 0.01, mean
    for _ in range(60):
        middle = (low + high) / 2
        if power_law_mean(exponent, middle, most) < mean:
            low = middle
        else:
            high = middle
    degrees = []
    for _ in range(vertices):
        degree = power_law(generator, exponent, low, most)
        degrees.append(max(1, int(degree + generator.random())))
    return degrees


def pair_up(generator, edges, stubs, rounds=12):
    """Joins stubs in pairs at random; those that would repeat an edge are tried again."""
    for _ in range(rounds):
        generator.shuffle(stubs)
        rest = []
        for i in range(0, len(stubs) - 1, 2):
            if not edges.add(stubs[i], stubs[i + 1]):
                rest += stubs[i : i + 2]
        if len(stubs) % 2:
            rest.append(stubs[-1])
        stubs = rest
        if len(stubs) < 2:
            break
    return stubs


def connect(generator, edges):
    """Adds edges until the graph is connected; returns those of a spanning tree."""
    root = list(range(edges.vertices))

    def find(vertex):
        while root[vertex] != vertex:
            root[vertex] = root[root[vertex]]
            vertex = root[vertex]
        return vertex

    tree = set()
    for key in sorted(edges.keys):
        a, b = divmod(key, edges.vertices)
        a, b = find(a), find(b)
        if a != b:
            root[a] = b
            tree.add(key)
    vertex = 0
    while len(tree) < edges.vertices - 1:
        other = generator.randrange(edges.vertices)
        a, b = find(vertex), find(other)
        if a != b:
            edges.add(vertex, other)
            root[a] = b
            tree.add(edges.key(vertex, other))
        vertex = (vertex + 1) % edges.vertices
    return tree


def communities(vertices, edge_count, *, exponent=2.7, most=None, inside=0.88, sizes=(50, 500),
                size_exponent=1.5, seed=1):
    """Degrees and the sizes of communities follow power laws, as in the benchmark of
    Lancichinetti, Fortunato and Radicchi; about the share `inside` of the edges stays in them."""
    generator = random.Random(seed)
    degrees = degrees_of(generator, vertices, 2 * edge_count / vertices, exponent,
                         most or 2 * math.sqrt(vertices))
    order = list(range(vertices))
    generator.shuffle(order)
    edges = Edges(vertices)
    outer = []
    start = 0
    while start < vertices:
        size = round(power_law(generator, size_exponent, *sizes))
        if vertices - start - size < sizes[0]:
            size = vertices - start
        members = order[start : start + size]
        start += size
        stubs = []
        for vertex in members:
            wanted = int(degrees[vertex] * inside + generator.random())
            inner = min(wanted, (size - 1) // 2)
            stubs += [vertex] * inner
            outer += [vertex] * (degrees[vertex] - inner)
        outer += pair_up(generator, edges, stubs, 4)
    pair_up(generator, edges, outer)
    tree = connect(generator, edges)
    while len(edges.keys) < edge_count:
        missing = edge_count - len(edges.keys)
        ends = generator.choices(range(vertices), degrees, k=2 * missing)
        for i in range(missing):
            edges.add(ends[2 * i], ends[2 * i + 1])
    if len(edges.keys) > edge_count:
        spare = sorted(edges.keys - tree)
        edges.keys.difference_update(generator.sample(spare, len(edges.keys) - edge_count))
    return edges.pairs()


def grid(side):
    pairs = []
    for row in range(side):
        for column in range(side):
            vertex = row * side + column
            if column + 1 < side:
                pairs.append((vertex, vertex + 1))
            if row + 1 < side:
                pairs.append((vertex, vertex + side))
    return pairs


def barabasi_albert(vertices, each, seed=1):
    generator = random.Random(seed)
    ends = list(range(each))
    pairs = []
    for vertex in range(each, vertices):
        chosen = set()
        while len(chosen) < each:
            chosen.add(generator.choice(ends))
        for other in sorted(chosen):
            pairs.append((other, vertex))
            ends += (other, vertex)
    return pairs


def random_tree(vertices, seed=1):
    generator = random.Random(seed)
    return [(generator.randrange(vertex), vertex) for vertex in range(1, vertices)]


def path(vertices):
    return [(vertex, vertex + 1) for vertex in range(vertices - 1)]


def star(leaves):
    return [(0, leaf) for leaf in range(1, leaves + 1)]


def two_cliques(size):
    pairs = [(a, b) for first in (0, size) for a in range(first, first + size)
             for b in range(a + 1, first + size)]
    return pairs + [(size - 1, size)]


GRAPHS = {
    "c1k": lambda: communities(1_000, 4_000),
    "c10k": lambda: communities(10_000, 40_000),
    "c100k": lambda: communities(100_000, 400_000),
    "c1m": lambda: communities(1_000_000, 3_000_000),
    "grid100": lambda: grid(100),
    "grid316": lambda: grid(316),
    "tree10k": lambda: random_tree(10_000),
    "tree100k": lambda: random_tree(100_000),
    "ba10k": lambda: barabasi_albert(10_000, 4),
    "path10k": lambda: path(10_000),
    "star100k": lambda: star(100_000),
    "cliques": lambda: two_cliques(100),
}


def write(name, folder):
    """Writes the graph's file, whole or not at all, and returns its path."""
    os.makedirs(folder, exist_ok=True)
    place = os.path.join(folder, name + ".csv")
    with open(place + ".part", "w", encoding="ascii") as file:
        file.write("source,target\n")
        file.writelines(f"{a},{b}\n" for a, b in GRAPHS[name]())
    os.replace(place + ".part", place)
    return place


def main():
    if sys.argv[1:] == ["--list"]:
        print("\n".join(GRAPHS))
        return
    unknown = [name for name in sys.argv[2:] if name not in GRAPHS]
    if len(sys.argv) < 2 or unknown:
        sys.exit(f"{__doc__}\nno such graph: {', '.join(unknown)}" if unknown else __doc__)
    for name in sys.argv[2:] or GRAPHS:
        print(write(name, sys.argv[1]), flush=True)


if __name__ == "__main__":
    main()
