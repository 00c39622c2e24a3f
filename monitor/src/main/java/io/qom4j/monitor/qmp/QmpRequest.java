// SPDX-License-Identifier: Apache-2.0
package io.qom4j.monitor.qmp;

import static io.qom4j.core.json.JsonDocument.ROOT;

import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonKind;
import io.qom4j.core.visit.DictionaryOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request of well-formed shape.
 *
 * <p>Immutable. QEMU: qapi/qmp-dispatch.c, qmp_dispatch_check_obj.
 *
 * @param command the command's name
 * @param isOutOfBand whether it shall overtake others
 * @param document holds the arguments
 * @param arguments the node of the struct of arguments
 */
record QmpRequest(String command, boolean isOutOfBand, JsonDocument document, int arguments) {
    private static final String EXECUTE = "execute";
    private static final String EXECUTE_OUT_OF_BAND = "exec-oob";
    private static final String ARGUMENTS = "arguments";
    private static final String ID = "id";
    private static final JsonDocument NO_ARGUMENTS = JsonDocument.of(Map.of());

    /** Tells whether a value asks to be executed out of band, whatever else is wrong with it. */
    static boolean isOutOfBand(JsonDocument document) {
        return document.kind(ROOT) == JsonKind.OBJECT
                && document.member(ROOT, EXECUTE_OUT_OF_BAND) >= 0
                && document.member(ROOT, EXECUTE) < 0;
    }

    /** Returns the node of the id to be echoed, or -1 if there is none. */
    static int id(JsonDocument document) {
        return document.kind(ROOT) == JsonKind.OBJECT ? document.member(ROOT, ID) : -1;
    }

    /**
     * Reads a request.
     *
     * @param oob whether out-of-band execution is turned on
     * @throws QomException with QEMU's text for the first thing that is wrong
     */
    static QmpRequest of(JsonDocument document, boolean oob) {
        if (document.kind(ROOT) != JsonKind.OBJECT) {
            throw new QomException("QMP input must be a JSON object");
        }
        int execute = -1;
        int arguments = -1;
        boolean isSound = true;
        for (int node = document.firstChild(ROOT); node < document.end(ROOT); node = document.end(node)) {
            switch (Objects.requireNonNull(document.name(node))) {
                case EXECUTE -> {
                    isSound &= execute < 0 && document.kind(node) == JsonKind.STRING;
                    execute = node;
                }
                case EXECUTE_OUT_OF_BAND -> {
                    isSound &= oob && execute < 0 && document.kind(node) == JsonKind.STRING;
                    execute = node;
                }
                case ARGUMENTS -> {
                    isSound &= document.kind(node) == JsonKind.OBJECT;
                    arguments = node;
                }
                case ID -> {}
                default -> isSound = false;
            }
        }
        if (!isSound) {
            throw firstProblem(document, oob);
        }
        if (execute < 0) {
            throw new QomException("QMP input lacks member 'execute'");
        }
        boolean isOutOfBand = EXECUTE_OUT_OF_BAND.equals(document.name(execute));
        return arguments < 0
                ? new QmpRequest(document.string(execute), isOutOfBand, NO_ARGUMENTS, ROOT)
                : new QmpRequest(document.string(execute), isOutOfBand, document, arguments);
    }

    /** Returns what is wrong with the first faulty member in QEMU's order. */
    private static QomException firstProblem(JsonDocument document, boolean oob) {
        List<String> names = new ArrayList<>();
        for (int node = document.firstChild(ROOT); node < document.end(ROOT); node = document.end(node)) {
            names.add(Objects.requireNonNull(document.name(node)));
        }
        String command = null;
        for (String name : DictionaryOrder.of(names)) {
            JsonKind kind = document.kind(document.member(ROOT, name));
            if (name.equals(EXECUTE) || (oob && name.equals(EXECUTE_OUT_OF_BAND))) {
                if (kind != JsonKind.STRING) {
                    return new QomException("QMP input member '" + name + "' must be a string");
                }
                if (command != null) {
                    return new QomException("QMP input member '" + name + "' clashes with '" + command + "'");
                }
                command = name;
            } else if (name.equals(ARGUMENTS)) {
                if (kind != JsonKind.OBJECT) {
                    return new QomException("QMP input member 'arguments' must be an object");
                }
            } else if (!name.equals(ID)) {
                return new QomException("QMP input member '" + name + "' is unexpected");
            }
        }
        throw new IllegalStateException("the request is sound: " + document);
    }
}
