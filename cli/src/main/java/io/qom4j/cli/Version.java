// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it. */
final class Version implements IVersionProvider {
    /** The version that is being built. */
    static final String TEXT = "0.1.0-SNAPSHOT";

    @Override
    public String[] getVersion() {
        return new String[] {"qom " + TEXT};
    }
}
