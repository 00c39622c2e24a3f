// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import io.qom4j.core.Qom;
import io.qom4j.core.json.JsonReader;
import io.qom4j.exec.ExecModule;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.space.AddressSpace;
import io.qom4j.exec.view.FlatRange;
import io.qom4j.exec.view.FlatView;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a recorded machine looks like: its flat views as JSON ({@code qom mtree --flat FILE}), or its regions as text ({@code qom mtree FILE}).
 *
 * <p>The file is JSON: {@code address_spaces} names each address space and the id of its root; {@code regions} lists the regions with
 * id, name, kind, addr, size, priority, enabled, terminates, readonly, nonvolatile, children (the one that wins first) and perhaps
 * alias (target and offset). The answer has a member for each address space, with the name of the region at which rendering
 * started, and the ranges.
 *
 * <p>Thread-safe: it has no state; each call works in a runtime of its own.
 */
public final class RecordedViews {
    private RecordedViews() {}

    /**
     * Reads a machine, builds it, and returns its views as a JSON text.
     *
     * @throws IOException if the file cannot be read
     * @throws io.qom4j.core.error.ValueException if it does not describe a machine
     * @throws io.qom4j.exec.view.MemoryMapException if its regions cannot be rendered
     */
    public static String run(Path file) throws IOException {
        return rendered(file, (qom, spaces) -> json(spaces));
    }

    /**
     * Reads a machine, builds it, and returns it as a printer writes it.
     *
     * @param form what to print, such as {@code printer -> printer.withDisabled().tree()}
     * @throws IOException if the file cannot be read
     * @throws io.qom4j.core.error.ValueException if it does not describe a machine
     * @throws io.qom4j.exec.view.MemoryMapException if its regions cannot be rendered
     */
    public static String text(Path file, Function<MtreePrinter, String> form) throws IOException {
        return rendered(file, (qom, spaces) -> form.apply(MtreePrinter.of(qom)));
    }

    private static String rendered(Path file, BiFunction<Qom, List<AddressSpace>, String> form) throws IOException {
        RecordedMachine machine = new MachineReader(JsonReader.strict().read(file)).read();
        try (Qom qom = Qom.builder().module(new ExecModule()).build()) {
            return form.apply(qom, new MachineBuilder(qom).build(machine));
        }
    }

    private static String json(List<AddressSpace> spaces) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            for (AddressSpace space : spaces) {
                write(space.name(), space.view(), json);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(String name, FlatView view, JsonGenerator json) {
        MemoryRegion root = view.root();
        json.writeName(name);
        json.writeStartObject();
        json.writeName("root");
        if (root == null) {
            json.writeNull();
        } else {
            json.writeString(root.regionName());
        }
        json.writeName("ranges");
        json.writeStartArray();
        for (FlatRange range : view.ranges()) {
            write(range, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(FlatRange range, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("start", hexadecimal(range.first()));
        json.writeStringProperty("end", hexadecimal(range.last()));
        json.writeStringProperty("kind", range.typeWord());
        json.writeStringProperty("name", range.region().regionName());
        json.writeStringProperty("offset", hexadecimal(range.offset()));
        if (range.isNonvolatile()) {
            json.writeBooleanProperty("nonvolatile", true);
        }
        json.writeEndObject();
    }

    private static String hexadecimal(long value) {
        return "0x" + Long.toHexString(value);
    }
}
