// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.property;

import io.qom4j.core.visit.OutputVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visitor that writes down what it is given. */
final class RecordingOutput implements OutputVisitor {
    final List<String> members = new ArrayList<>();

    private void note(@Nullable String name, @Nullable Object value) {
        members.add(name + "=" + value);
    }

    @Override
    public void writeBool(@Nullable String name, boolean value) {
        note(name, value);
    }

    @Override
    public void writeInt64(@Nullable String name, long value) {
        note(name, value);
    }

    @Override
    public void writeUint64(@Nullable String name, long value) {
        note(name, Long.toUnsignedString(value));
    }

    @Override
    public void writeSize(@Nullable String name, long value) {
        note(name, Long.toUnsignedString(value));
    }

    @Override
    public void writeNumber(@Nullable String name, double value) {
        note(name, value);
    }

    @Override
    public void writeString(@Nullable String name, @Nullable String value) {
        note(name, value);
    }

    @Override
    public void writeNull(@Nullable String name) {
        note(name, null);
    }

    @Override
    public void writeAny(@Nullable String name, @Nullable Object value) {
        note(name, value);
    }

    @Override
    public void beginStruct(@Nullable String name) {}

    @Override
    public void endStruct() {}

    @Override
    public void beginList(@Nullable String name) {}

    @Override
    public void endList() {}
}
