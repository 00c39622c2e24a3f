// SPDX-License-Identifier: Apache-2.0

/** The object model: types, classes, objects, properties, the composition tree, paths and visitors. */
module io.qom4j.core {
    requires jdk.jfr;
    requires transitive tools.jackson.core;
    requires static transitive org.jspecify;
    requires static io.github.classgraph;

    exports io.qom4j.core;
    exports io.qom4j.core.annotation;
    exports io.qom4j.core.config;
    exports io.qom4j.core.config.compare;
    exports io.qom4j.core.config.convert;
    exports io.qom4j.core.config.diagnostic;
    exports io.qom4j.core.config.quantity;
    exports io.qom4j.core.discovery;
    exports io.qom4j.core.error;
    exports io.qom4j.core.event;
    exports io.qom4j.core.help;
    exports io.qom4j.core.json;
    exports io.qom4j.core.keyval;
    exports io.qom4j.core.path;
    exports io.qom4j.core.property;
    exports io.qom4j.core.schema;
    exports io.qom4j.core.text;
    exports io.qom4j.core.value;
    exports io.qom4j.core.visit;

    uses io.qom4j.core.QomModule;
}
