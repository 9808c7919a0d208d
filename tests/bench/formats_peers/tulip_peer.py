"""tulip_peer.py GraphML|GEXF FILE: reads it with Tulip's import plug-in of that name, which is
written in Python."""

import json
import sys
import time

from tulip import tlp

tlp.loadPlugins()
plugin, path = sys.argv[1:3]
if plugin not in tlp.getImportPluginsList():
    tlp.loadTulipPythonPlugins("/usr/lib/python3/dist-packages/tulip/plugins/import")
parameters = tlp.getDefaultPluginParameters(plugin)
parameters["filename"] = path
start = time.monotonic()
graph = tlp.importGraph(plugin, parameters)
if graph is None:
    sys.exit("Tulip could not read it")
print(json.dumps({"seconds": round(time.monotonic() - start, 3),
                  "vertices": graph.numberOfNodes(), "edges": graph.numberOfEdges()}))
