// SPDX-License-Identifier: Apache-2.0

/** The {@code qom} command. */
module io.qom4j.cli {
    requires info.picocli;
    requires io.qom4j.monitor;
    requires org.jline.reader;
    requires org.jline.terminal;

    opens io.qom4j.cli to
            info.picocli;
}
