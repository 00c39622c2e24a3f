// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.cli.remote.QmpAddress;
import io.qom4j.cli.remote.RemoteObjects;
import io.qom4j.core.Qom;
import io.qom4j.core.config.ConfigDocument;
import io.qom4j.core.config.ConfigLoader;
import java.nio.file.Path;

/**
 * One configuration that a command looks at: a file with what it includes, or a running server.
 *
 * <p>Immutable.
 *
 * @param name how the user called it
 */
record Source(String name) {
    /** What {@code --help} says about sources. */
    static final String HELP =
            "A JSON file, - for standard input, or a running QMP server: unix:PATH or tcp:HOST:PORT.";

    /** Tells whether it is a server. */
    boolean isServer() {
        return QmpAddress.isAddress(name);
    }

    /** Returns the configuration in its plainest form: what is given and is no default. */
    ConfigDocument effective(Qom qom, boolean usesEnvironment) {
        if (isServer()) {
            return RemoteObjects.of(name, qom);
        }
        ConfigLoader loader = ConfigLoader.of(qom);
        if (usesEnvironment) {
            loader.environment(System::getenv);
        }
        return name.equals("-")
                ? loader.text(Documents.standardInput(), "<stdin>").effective()
                : loader.file(Path.of(name)).effective();
    }
}
