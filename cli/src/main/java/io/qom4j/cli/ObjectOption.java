// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.core.config.ObjectSource;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonReader;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.keyval.OptionListVisitor;
import io.qom4j.core.text.WarningSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The argument of an {@code -object} option as the description of an object: QEMU's text form, or JSON if it begins with a
 * brace.
 */
final class ObjectOption {
    private static final String TYPE = "qom-type";

    private ObjectOption() {}

    /** Returns the object that the argument describes. */
    static ObjectSource source(String argument, WarningSink warnings) {
        String describe = "-object " + argument;
        if (argument.startsWith("{")) {
            JsonDocument document = JsonReader.lenient().read(argument, "-object");
            return ObjectSource.of(
                    document, JsonDocument.ROOT, describe, node -> JsonInputVisitor.config(document, node, warnings));
        }
        OptionList options = OptionList.parse(argument, TYPE, warnings);
        JsonDocument document = JsonDocument.of(members(options));
        return ObjectSource.of(document, JsonDocument.ROOT, describe, node -> {
            OptionListVisitor visitor = new OptionListVisitor(options, warnings);
            visitor.beginStruct(null);
            return visitor;
        });
    }

    /** Returns the options by name; those that stand there more than once are lists of what they say. */
    private static Map<String, Object> members(OptionList options) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (OptionList.Option option : options.options()) {
            members.merge(option.name(), option.value(), ObjectOption::joined);
        }
        String type = options.last(TYPE);
        if (type != null) {
            members.put(TYPE, type);
        }
        if (options.id() != null) {
            members.put("id", options.id());
        }
        return members;
    }

    private static List<Object> joined(Object former, Object latter) {
        List<Object> both = new ArrayList<>(former instanceof List<?> list ? list : List.of(former));
        both.add(latter);
        return both;
    }
}
