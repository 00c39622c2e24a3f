// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.hmp;

import io.qom4j.core.CompositionTree;
import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.help.QemuHelp;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.json.QmpJsonWriter;
import io.qom4j.core.keyval.Keyval;
import io.qom4j.core.keyval.KeyvalInputVisitor;
import io.qom4j.core.property.Property;
import io.qom4j.core.text.StringInputVisitor;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.visit.InputVisitor;
import java.util.List;
import java.util.function.Function;

/** The commands about objects. Stateless. QEMU: qom/qom-hmp-cmds.c. */
final class ObjectCommands {
    private static final String PATH = "path";
    private static final String PROPERTY = "property";
    private static final String VALUE = "value";
    private static final String OBJECT = "object";
    private static final String ID = "id";
    private static final String TYPE = "qom-type";

    private ObjectCommands() {}

    static List<HmpCommand> all() {
        return List.of(
                HmpCommand.named("qom-list")
                        .takes(HmpParameter.optionalWord(PATH))
                        .usage("path")
                        .help("list the properties of an object")
                        .does(ObjectCommands::list),
                HmpCommand.named("qom-get")
                        .takes(HmpParameter.word(PATH), HmpParameter.word(PROPERTY))
                        .usage("path property")
                        .help("show the value of a property")
                        .does(ObjectCommands::get),
                HmpCommand.named("qom-set")
                        .takes(
                                HmpParameter.flag('j'),
                                HmpParameter.word(PATH),
                                HmpParameter.word(PROPERTY),
                                HmpParameter.rest(VALUE))
                        .usage("[-j] path property value")
                        .help("set a property (-j: the value is JSON)")
                        .does(ObjectCommands::set),
                HmpCommand.named("object_add")
                        .takes(HmpParameter.rest(OBJECT))
                        .usage("[qom-type=]type,id=str[,prop=value][,...]")
                        .help("make an object")
                        .does(ObjectCommands::add),
                HmpCommand.named("object_del")
                        .takes(HmpParameter.word(ID))
                        .usage("id")
                        .help("delete an object")
                        .does(call ->
                                call.qom().objects().delete(call.arguments().get(ID))));
    }

    private static void list(HmpCall call) {
        String path = call.arguments().find(PATH);
        if (path == null) {
            call.line("/");
            return;
        }
        for (Property property : call.qom().resolve(path).properties()) {
            if (!property.isExtension()) {
                call.line(property.name() + " (" + property.typeName() + ")");
            }
        }
    }

    private static void get(HmpCall call) {
        QomObject object = find(call.qom(), call.arguments().get(PATH));
        QmpJsonWriter value = QmpJsonWriter.pretty("\n");
        object.property(call.arguments().get(PROPERTY)).get(object, value, null);
        call.line(value.toString());
    }

    private static void set(HmpCall call) {
        String text = call.arguments().get(VALUE);
        String property = call.arguments().get(PROPERTY);
        if (!call.arguments().has('j')) {
            set(call, property, new StringInputVisitor(text, call::warn));
            return;
        }
        JsonDocument value = QemuJsonParser.parse(text);
        set(call, property, JsonInputVisitor.qmp(value, JsonDocument.ROOT, Negatives.WRAP_LIKE_QEMU));
    }

    private static void set(HmpCall call, String property, InputVisitor value) {
        find(call.qom(), call.arguments().get(PATH)).set(property, value, HmpOrigin.HUMAN_MONITOR);
    }

    private static void add(HmpCall call) {
        String text = call.arguments().get(OBJECT);
        if (text.startsWith("{")) {
            JsonDocument object = QemuJsonParser.parse(text);
            add(call, warnings -> JsonInputVisitor.qmp(object, JsonDocument.ROOT, Negatives.WRAP_LIKE_QEMU));
            return;
        }
        Keyval object = Keyval.parse(text, TYPE);
        if (object.helpRequested()) {
            call.lines(help(call.qom(), object.tree()));
        } else {
            add(call, warnings -> new KeyvalInputVisitor(object.tree(), warnings));
        }
    }

    private static void add(HmpCall call, Function<WarningSink, InputVisitor> visitor) {
        call.qom()
                .objects()
                .check(visitor.apply(call::warn), () -> visitor.apply(WarningSink.IGNORE))
                .make(HmpOrigin.HUMAN_MONITOR);
    }

    /** Returns the help for the type that is named; the list of types if none is, or there is no such type. */
    private static List<String> help(Qom qom, JsonDocument object) {
        int type = object.member(JsonDocument.ROOT, TYPE);
        ObjectClass known =
                type >= 0 && object.kind(type) == JsonKind.STRING ? qom.types().find(object.string(type)) : null;
        return known == null ? QemuHelp.types(qom.types()) : QemuHelp.options(known);
    }

    /** Returns the object at a path; an ambiguous path counts as leading nowhere, as in QEMU. */
    private static QomObject find(Qom qom, String path) {
        QomObject object = qom.find(path);
        if (object == null) {
            throw CompositionTree.notFound(path);
        }
        return object;
    }
}
