// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

/** How a command prints: for people, or for programs. */
enum OutputFormat {
    /** Lines for people. */
    TEXT,
    /** JSON, whose form does not change. */
    JSON
}
