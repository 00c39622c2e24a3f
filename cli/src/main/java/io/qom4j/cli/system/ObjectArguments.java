// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.UserObjects;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.help.QemuHelp;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.keyval.OptionListVisitor;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.visit.InputVisitor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the arguments of all {@code -object} options of one command line.
 *
 * <p>An argument that begins with a brace is JSON by QMP's rules; any other is a list of options. Among options {@code help}
 * asks for help, and an id may come only once, whatever comes of the objects. Confined to one thread. QEMU: softmmu/vl.c,
 * object_option_parse; util/qemu-option.c.
 */
public final class ObjectArguments {
    private static final String TYPE = "qom-type";

    private final Qom qom;
    private final Set<String> ids = new HashSet<>();

    /** Makes a reader that has read nothing yet. */
    public ObjectArguments(Qom qom) {
        this.qom = qom;
    }

    /**
     * Reads an argument, and checks it without making an object.
     *
     * @param warnings is told of deprecated forms
     * @throws QomException if something is wrong with it
     */
    public ObjectArgument read(String argument, WarningSink warnings) {
        return argument.startsWith("{") ? readJson(argument) : readOptions(argument, warnings);
    }

    private ObjectArgument readJson(String argument) {
        JsonDocument document = QemuJsonParser.parse(argument);
        Supplier<InputVisitor> visitors =
                () -> JsonInputVisitor.qmp(document, JsonDocument.ROOT, Negatives.WRAP_LIKE_QEMU);
        return new ObjectArgument.Creation(qom.objects().check(visitors.get(), visitors));
    }

    private ObjectArgument readOptions(String argument, WarningSink warnings) {
        claim(OptionList.findId(argument));
        OptionList options = OptionList.parse(argument, TYPE, warnings);
        List<String> help = help(options);
        return help != null
                ? new ObjectArgument.Help(help)
                : new ObjectArgument.Creation(qom.objects()
                        .check(
                                new OptionListVisitor(options, warnings),
                                () -> new OptionListVisitor(options, WarningSink.IGNORE)));
    }

    /**
     * Notes that an id is used.
     *
     * @throws ValueException if it is no identifier, or came before
     */
    private void claim(@Nullable String id) {
        if (id == null) {
            return;
        }
        UserObjects.checkId(id);
        if (!ids.add(id)) {
            throw new ValueException("Duplicate ID '" + id + "' for object");
        }
    }

    private @Nullable List<String> help(OptionList options) {
        String type = options.last(TYPE);
        if (type == null) {
            throw new ValueException("Parameter 'qom-type' is missing");
        }
        if (type.equals("help") || type.equals("?")) {
            return QemuHelp.types(qom.types());
        }
        if (!options.helpRequested() || !qom.types().contains(type)) {
            return null;
        }
        ObjectClass known = qom.types().find(type);
        return known == null ? List.of("There are no options for " + type + ".") : QemuHelp.options(known);
    }
}
