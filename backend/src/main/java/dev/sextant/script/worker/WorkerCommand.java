// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How a worker process is started: on this process' own Java, with a small heap, with nothing from our environment.
final class WorkerCommand {
    private static final String MAIN = "dev.sextant.worker.Worker";

    private static final List<String> FLAGS =
            List.of(
                    "-Xms24m",
                    "-XX:+UseSerialGC",
                    // The guests' hot code is compiled by Graal. For the worker's own Java, Graal
                    // itself
                    // included, the quick compiler is enough: with it a worker starts on 2.8
                    // instead of
                    // 5 CPU seconds and is 150 MB smaller.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:MaxNewSize=32m",
                    // A full collection leaves the heap little larger than what lives in it.
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=30",
                    "-XX:-ShrinkHeapInSteps",
                    // What the compilers allocated goes back to the system: 100 MB in a Python
                    // worker.
                    "-XX:TrimNativeHeapInterval=5000",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:ReservedCodeCacheSize=96m",
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:+EnableJVMCI",
                    "-XX:ErrorFile=/dev/null",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    // One tier of the guests' compiler instead of two: the second one, itself run
                    // by
                    // the quick compiler, takes seconds of CPU for one function, and small rules
                    // are
                    // not the faster for it.
                    "-Dpolyglot.engine.Mode=latency",
                    "-Dpolyglot.engine.WarnInterpreterOnly=false",
                    // A guest that reflects may see it.
                    "-Duser.home=/",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8");

    private final Path home;

    WorkerCommand(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /// Bytes of a size as in -Xmx, such as "192m".
    static long bytes(String heap) {
        long number = Long.parseLong(heap.replaceAll("\\D", ""));
        return switch (Character.toLowerCase(heap.charAt(heap.length() - 1))) {
            case 'k' -> number << 10;
            case 'm' -> number << 20;
            case 'g' -> number << 30;
            default -> number;
        };
    }

    Process start(WorkerShape shape, WorkerFiles files) throws IOException {
        if (!Files.isDirectory(home.resolve("lib"))) {
            throw new IOException(
                    "%s has no worker; build rules-sdk, or set sextant.script.worker-home"
                            .formatted(home));
        }
        var builder = new ProcessBuilder(line(shape, files));
        builder.environment().clear();
        // The C library's default of many arenas makes a worker 150 MB bigger.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        // Where Python finds its library, in a tree that the worker keeps in memory.
        builder.environment().put("GRAAL_PYTHONHOME", "/");
        builder.directory(files.folder().toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true).redirectOutput(files.log().toFile());
        return builder.start();
    }

    /// The native library of the runtime of models, as the build laid it out for this kind of machine.
    private Path modelLibrary() {
        var machine =
                System.getProperty("os.arch").equals("aarch64") ? "linux-aarch64" : "linux-x64";
        return home.resolve("onnxruntime/ai/onnxruntime/native").resolve(machine);
    }

    private List<String> line(WorkerShape shape, WorkerFiles files) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var own =
                List.of(
                        "-Xmx" + shape.heapBytes(),
                        "--upgrade-module-path",
                        home.resolve("modules").toString(),
                        // What a worker would unpack at each start lies there, and Python's
                        // library.
                        "-Dpolyglot.engine.resourcePath=" + home.resolve("resources"),
                        "-Dsextant.statements=" + shape.statements(),
                        "-Dsextant.stack=" + shape.stackBytes(),
                        "-Djava.io.tmpdir=" + files.folder(),
                        "-Donnxruntime.native.path=" + modelLibrary(),
                        "-cp",
                        home.resolve("lib")
                                + "/*:"
                                + home.resolve("lib-" + shape.language().text())
                                + "/*",
                        MAIN,
                        shape.language().text(),
                        files.socket().toString());
        return Stream.of(List.of(java.toString()), FLAGS, own).flatMap(List::stream).toList();
    }
}
