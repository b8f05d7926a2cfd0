// Python in WebAssembly: node pyodide.mjs MODULE ROOT FOLDER ARGUMENT...
// Runs tests.architecture.journals on the checkout at ROOT with a scenario in FOLDER. MODULE is Pyodide's entry.
import { pathToFileURL } from "node:url";

const [entry, root, folder, ...given] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(entry).href);
const pyodide = await loadPyodide({ stdout: (line) => console.log(line), env: { HOME: "/home", PYTHONHASHSEED: "7" } });
for (const [place, here] of [["/checkout", root], ["/given", folder]]) {
  pyodide.FS.mkdirTree(place);
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: here }, place);
}
pyodide.globals.set("given", given);
await pyodide.runPythonAsync(`
import runpy, sys
sys.path.insert(0, "/checkout")
sys.dont_write_bytecode = True
sys.argv = ["journals", "/given/scenario.pickle", "/tmp", *given.to_py()]
runpy.run_module("tests.architecture.journals", run_name="__main__")
`);
