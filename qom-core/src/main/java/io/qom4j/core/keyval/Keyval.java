// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parameters given as text with dotted keys, and whether help was asked for among them.
 *
 * <pre>
 * text     = [ item { "," item } [ "," ] ]
 * item     = key "=" value  |  "help"  |  "?"
 * key      = fragment { "." fragment }
 * value    = { any character but ","  |  ",," }
 * </pre>
 *
 * <p>A fragment is a name (a letter, then letters, digits, {@code -} and {@code _}, perhaps after a prefix
 * {@code __reverse.domain_}) or, not in first place, an index in digits. An index makes its parent a list; indices may come in
 * any order but without gaps. A key that comes again replaces what it held. Where the caller implies a key, the first item may
 * be a value alone, not empty and without {@code =}.
 *
 * <p>Immutable. QEMU: util/keyval.c.
 *
 * @param tree an object of objects, arrays and strings
 * @param helpRequested whether an item was {@code help} or {@code ?}
 */
public record Keyval(JsonDocument tree, boolean helpRequested) {
    /**
     * Parses parameters among which help may be asked for.
     *
     * @param impliedKey the key of a first value that has none, or null
     * @throws ValueException if the text does not follow the grammar, or uses keys inconsistently
     */
    public static Keyval parse(String text, @Nullable String impliedKey) {
        var parser = new KeyvalParser(text);
        Map<String, Object> root = parser.parse(impliedKey);
        return new Keyval(JsonDocument.of(KeyvalLists.listify(root)), parser.helpRequested());
    }

    /**
     * Parses parameters among which help may not be asked for.
     *
     * @param impliedKey the key of a first value that has none, or null
     * @throws ValueException if the text does not follow the grammar, uses keys inconsistently, or asks for help
     */
    public static JsonDocument parseWithoutHelp(String text, @Nullable String impliedKey) {
        var parser = new KeyvalParser(text);
        Map<String, Object> root = parser.parse(impliedKey);
        if (parser.helpRequested()) {
            throw new ValueException("Help is not available for this option");
        }
        return JsonDocument.of(KeyvalLists.listify(root));
    }

    /**
     * Returns these parameters behind those of a tree, as if both stood in one text.
     *
     * @throws ValueException if a key is of different kinds in the two
     */
    public JsonDocument after(JsonDocument first) {
        return JsonDocument.of(KeyvalMerge.merge(first, tree, KeyvalParser::inconsistent));
    }

    /**
     * Joins two trees: objects member by member, lists one after the other, and of two strings the second.
     *
     * @throws ValueException if a key is of different kinds in the two
     */
    public static JsonDocument merge(JsonDocument first, JsonDocument second) {
        return JsonDocument.of(KeyvalMerge.merge(
                first, second, path -> new ValueException("Parameter '" + path + "' used inconsistently")));
    }
}
