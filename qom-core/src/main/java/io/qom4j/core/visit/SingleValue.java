// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.visit;

import io.qom4j.core.error.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * Visitors over one scalar value of Java.
 *
 * <p>Converts nothing: asked for another type than the value has, the input refuses with QEMU's text. Confined to one thread.
 */
public final class SingleValue {
    private SingleValue() {}

    /** Returns a visitor that gives a Boolean, Long, Integer, Double or String. */
    public static InputVisitor input(Object value) {
        return new Input(value);
    }

    /** Returns a visitor that takes one scalar value. */
    public static Output output() {
        return new Output();
    }

    private record Input(Object value) implements InputVisitor {
        private ValueException refuse(@Nullable String name, String expected) {
            return new ValueException("Invalid parameter type for '" + name + "', expected: " + expected);
        }

        @Override
        public boolean readBool(@Nullable String name) {
            if (value instanceof Boolean bool) {
                return bool;
            }
            throw refuse(name, "boolean");
        }

        @Override
        public long readInt64(@Nullable String name) {
            if (value instanceof Long || value instanceof Integer) {
                return ((Number) value).longValue();
            }
            throw refuse(name, "integer");
        }

        @Override
        public long readUint64(@Nullable String name) {
            return readInt64(name);
        }

        @Override
        public long readSize(@Nullable String name) {
            return readInt64(name);
        }

        @Override
        public double readNumber(@Nullable String name) {
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw refuse(name, "number");
        }

        @Override
        public String readString(@Nullable String name) {
            if (value instanceof String string) {
                return string;
            }
            throw refuse(name, "string");
        }

        @Override
        public void readNull(@Nullable String name) {
            throw refuse(name, "null");
        }

        @Override
        public Object readAny(@Nullable String name) {
            return value;
        }

        @Override
        public void beginStruct(@Nullable String name) {
            throw refuse(name, "object");
        }

        @Override
        public boolean isPresent(String name) {
            return true;
        }

        @Override
        public void checkStruct() {}

        @Override
        public void endStruct() {}

        @Override
        public void beginList(@Nullable String name) {
            throw refuse(name, "array");
        }

        @Override
        public boolean nextElement() {
            return false;
        }

        @Override
        public void endList() {}
    }

    /** A visitor that takes one scalar value and keeps it. */
    public static final class Output implements OutputVisitor {
        private @Nullable Object value;

        private Output() {}

        /** Returns what was written last, null if that was a null, a struct or a list. */
        public @Nullable Object value() {
            return value;
        }

        @Override
        public void writeBool(@Nullable String name, boolean newValue) {
            value = newValue;
        }

        @Override
        public void writeInt64(@Nullable String name, long newValue) {
            value = newValue;
        }

        @Override
        public void writeUint64(@Nullable String name, long newValue) {
            value = newValue;
        }

        @Override
        public void writeSize(@Nullable String name, long newValue) {
            value = newValue;
        }

        @Override
        public void writeNumber(@Nullable String name, double newValue) {
            value = newValue;
        }

        @Override
        public void writeString(@Nullable String name, @Nullable String newValue) {
            value = newValue == null ? "" : newValue;
        }

        @Override
        public void writeNull(@Nullable String name) {
            value = null;
        }

        @Override
        public void writeAny(@Nullable String name, @Nullable Object newValue) {
            value = newValue;
        }

        @Override
        public void beginStruct(@Nullable String name) {
            value = null;
        }

        @Override
        public void endStruct() {}

        @Override
        public void beginList(@Nullable String name) {
            value = null;
        }

        @Override
        public void endList() {}
    }
}
