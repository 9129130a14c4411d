package org.silkthread.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Runs a command in this process, as a terminal would. */
public final class SilkRun {

    private SilkRun() {}

    /** The exit code of {@code silk} with these arguments. */
    public static int execute(List<String> arguments, PrintWriter out, PrintWriter err) {
        CommandLine command = Silk.commandLine();
        command.setOut(out);
        command.setErr(err);
        return command.execute(arguments.toArray(String[]::new));
    }
}
