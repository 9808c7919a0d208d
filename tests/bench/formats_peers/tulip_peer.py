"""tulip_peer.py FILE: reads GraphML with Tulip's import plug-in, which is written in Python."""

import json
import sys
import time

from tulip import tlp

tlp.loadPlugins()
if "GraphML" not in tlp.getImportPluginsList():
    tlp.loadTulipPythonPlugins("/usr/lib/python3/dist-packages/tulip/plugins/import")
parameters = tlp.getDefaultPluginParameters("GraphML")
parameters["filename"] = sys.argv[1]
start = time.monotonic()
graph = tlp.importGraph("GraphML", parameters)
if graph is None:
    sys.exit("Tulip could not read it")
print(json.dumps({"seconds": round(time.monotonic() - start, 3),
                  "vertices": graph.numberOfNodes(), "edges": graph.numberOfEdges()}))
