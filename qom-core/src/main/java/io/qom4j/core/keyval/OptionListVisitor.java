// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.keyval;

import io.qom4j.core.error.ValueException;
import io.qom4j.core.text.BooleanText;
import io.qom4j.core.text.NumberText;
import io.qom4j.core.text.SizeText;
import io.qom4j.core.text.WarningSink;
import io.qom4j.core.visit.InputVisitor;
import io.qom4j.core.visit.Leftovers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visitor over an {@link OptionList}.
 *
 * <p>The list is one struct; a struct inside it takes its members from the same list. Of repeated options the last is the
 * scalar, and all together are the list, in which an integer may also be a range such as {@code 0-3}. What was read is gone:
 * a second reading of the same name finds nothing.
 *
 * <p>Confined to one thread. QEMU: qapi/opts-visitor.c.
 */
public final class OptionListVisitor implements InputVisitor {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final WarningSink warnings;
    private int depth;
    private @Nullable OptionElements list;

    /**
     * Makes a visitor over these options; the id is one of them.
     *
     * @param warnings is told of deprecated forms of sizes
     */
    public OptionListVisitor(OptionList options, WarningSink warnings) {
        this.warnings = warnings;
        for (OptionList.Option option : options.options()) {
            values.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(option.value());
        }
        String id = options.id();
        if (id != null) {
            values.put("id", List.of(id));
        }
    }

    @Override
    public boolean readBool(@Nullable String name) {
        String text = text(name);
        Boolean value = BooleanText.parse(text);
        if (value == null) {
            throw expects(name, "'on' or 'off'");
        }
        done(name);
        return value;
    }

    @Override
    public long readInt64(@Nullable String name) {
        return integer(name, true);
    }

    /** Reads an unsigned 64-bit integer; a minus sign is refused. */
    @Override
    public long readUint64(@Nullable String name) {
        return integer(name, false);
    }

    @Override
    public long readSize(@Nullable String name) {
        var size = SizeText.parse(text(name), warnings);
        if (!size.isOk()) {
            throw expects(name, "a size value");
        }
        done(name);
        return size.value();
    }

    @Override
    public double readNumber(@Nullable String name) {
        double value = NumberText.parse(text(name));
        if (Double.isNaN(value)) {
            throw wrongType(name, "number");
        }
        done(name);
        return value;
    }

    @Override
    public String readString(@Nullable String name) {
        String value = text(name);
        done(name);
        return value;
    }

    /** Refuses: an option cannot say null. */
    @Override
    public void readNull(@Nullable String name) {
        text(name);
        throw wrongType(name, "null");
    }

    @Override
    public String readAny(@Nullable String name) {
        return readString(name);
    }

    @Override
    public void beginStruct(@Nullable String name) {
        if (list != null) {
            throw new ValueException(
                    "Parameter '" + list.name() + "' takes a list of structs, which options cannot express",
                    "Give the whole argument as a JSON object.");
        }
        depth++;
    }

    @Override
    public boolean isPresent(String name) {
        return values.containsKey(name) && !read.contains(name);
    }

    @Override
    public void checkStruct() {
        requireStruct();
        if (depth > 1 || read.size() == values.size()) {
            return;
        }
        List<String> all = List.copyOf(values.keySet());
        List<String> left = all.stream().filter(name -> !read.contains(name)).toList();
        throw new ValueException("Invalid parameter '" + Leftovers.first(all, left) + "'");
    }

    @Override
    public void endStruct() {
        requireStruct();
        depth--;
    }

    @Override
    public void beginList(@Nullable String name) {
        if (list != null) {
            throw new ValueException(
                    "Parameter '" + list.name() + "' takes a list of lists, which options cannot express",
                    "Give the whole argument as a JSON object.");
        }
        String key = requireName(name);
        list = new OptionElements(key, given(key));
    }

    @Override
    public boolean nextElement() {
        return openList().advance();
    }

    @Override
    public void endList() {
        OptionElements ended = openList();
        list = null;
        read.add(ended.name());
        ended.requireAllRead();
    }

    private long integer(@Nullable String name, boolean signed) {
        if (list != null) {
            return list.integer(signed);
        }
        long value = OptionElements.scalar(requireName(name), text(name), signed);
        done(name);
        return value;
    }

    /** Returns the text to be read next. */
    private String text(@Nullable String name) {
        if (list != null) {
            return list.text();
        }
        return given(requireName(name)).getLast();
    }

    private void done(@Nullable String name) {
        if (list == null) {
            read.add(requireName(name));
        }
    }

    private List<String> given(String name) {
        List<String> given = read.contains(name) ? null : values.get(name);
        if (given == null) {
            throw new ValueException("Parameter '" + name + "' is missing");
        }
        return given;
    }

    private OptionElements openList() {
        if (list == null) {
            throw new IllegalStateException("no list is open");
        }
        return list;
    }

    private void requireStruct() {
        if (depth == 0 || list != null) {
            throw new IllegalStateException("no struct is open here");
        }
    }

    private ValueException expects(@Nullable String name, String what) {
        return new ValueException("Parameter '" + told(name) + "' expects " + what);
    }

    private ValueException wrongType(@Nullable String name, String expected) {
        return new ValueException("Invalid parameter type for '" + told(name) + "', expected: " + expected);
    }

    private @Nullable String told(@Nullable String name) {
        return list == null ? name : list.name();
    }

    private static String requireName(@Nullable String name) {
        if (name == null) {
            throw new IllegalArgumentException("an option is read by its name, got null");
        }
        return name;
    }
}
