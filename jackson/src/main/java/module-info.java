// SPDX-License-Identifier: Apache-2.0

/** Objects of a runtime as records and beans, by Jackson. */
module io.qom4j.jackson {
    requires transitive io.qom4j.core;
    requires transitive tools.jackson.databind;

    exports io.qom4j.jackson;
}
