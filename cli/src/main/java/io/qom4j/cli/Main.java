// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The entry of the {@code qom} command.
 *
 * <p>Exit status: 0 if it worked, 1 if what was asked for could not be done, 2 if the command line itself is wrong.
 *
 * <p>For the process's main thread alone: it replaces the standard streams and ends the JVM.
 */
public final class Main {
    private Main() {}

    /**
     * Runs the command and ends the JVM.
     *
     * @param args the words after {@code qom}
     */
    public static void main(String[] args) {
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        // Tools start and stop this one often; it has QEMU's command line and needs no library to read it.
        int status = args.length > 0 && args[0].equals(SystemMain.NAME)
                ? SystemMain.run(List.of(args).subList(1, args.length))
                : QomCommand.execute(args);
        System.out.flush();
        System.exit(status);
    }
}
