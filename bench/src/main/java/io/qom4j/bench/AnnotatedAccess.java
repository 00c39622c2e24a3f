// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.annotation.QomProperty;
import io.qom4j.core.annotation.QomType;
import io.qom4j.core.value.ValueType;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Setting and reading by name: a type that was declared by annotations against the same one declared by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AnnotatedAccess {
    private static final int PROPERTIES = 4;
    private static final String[] BOOLS = {"busy", "ready", "locked", "open"};
    private static final String[] LONGS = {"reads", "writes", "first", "last"};

    /** Whether the type is declared by annotations or by hand. */
    public enum Form {
        /** By annotations. */
        ANNOTATED("annotated-part"),
        /** By hand, with lambdas. */
        EXPLICIT("explicit-part");

        private final String typeName;

        Form(String typeName) {
            this.typeName = typeName;
        }
    }

    /** The annotated type. */
    @QomType(name = "annotated-part")
    static final class Annotated extends QomObject {
        @QomProperty
        private boolean busy;

        @QomProperty
        private boolean ready;

        @QomProperty
        private boolean locked;

        @QomProperty
        private boolean open;

        @QomProperty
        private long reads;

        @QomProperty
        private long writes;

        @QomProperty
        private long first;

        @QomProperty
        private long last;
    }

    /** The same by hand. */
    static final class Explicit extends QomObject {
        static final TypeInfo TYPE_INFO = TypeInfo.of("explicit-part", Explicit.class)
                .factory(Explicit::new)
                .classInit(Explicit::classInit)
                .build();

        private boolean busy;
        private boolean ready;
        private boolean locked;
        private boolean open;
        private long reads;
        private long writes;
        private long first;
        private long last;

        static void classInit(ObjectClass oc) {
            oc.addBool("busy", (Explicit e) -> e.busy, (Explicit e, boolean v) -> e.busy = v);
            oc.addBool("ready", (Explicit e) -> e.ready, (Explicit e, boolean v) -> e.ready = v);
            oc.addBool("locked", (Explicit e) -> e.locked, (Explicit e, boolean v) -> e.locked = v);
            oc.addBool("open", (Explicit e) -> e.open, (Explicit e, boolean v) -> e.open = v);
            oc.addInteger("reads", ValueType.signed(64), (Explicit e) -> e.reads, (Explicit e, long v) -> e.reads = v);
            oc.addInteger(
                    "writes", ValueType.signed(64), (Explicit e) -> e.writes, (Explicit e, long v) -> e.writes = v);
            oc.addInteger("first", ValueType.signed(64), (Explicit e) -> e.first, (Explicit e, long v) -> e.first = v);
            oc.addInteger("last", ValueType.signed(64), (Explicit e) -> e.last, (Explicit e, long v) -> e.last = v);
        }
    }

    /** How the type is declared. */
    @Param
    Form form;

    private ObjectClass objectClass;
    private QomObject object;
    private boolean bool;
    private long number;

    /** Makes the object. */
    @Setup
    public void makeObject() {
        Qom qom = Qom.builder().build();
        qom.types().register(Annotated.class);
        qom.types().register(Explicit.TYPE_INFO);
        objectClass = qom.types().get(form.typeName);
        object = objectClass.newObject();
    }

    /** Sets four booleans. */
    @Benchmark
    @OperationsPerInvocation(PROPERTIES)
    public void setBool() {
        bool = !bool;
        for (String name : BOOLS) {
            object.setBool(name, bool);
        }
    }

    /** Reads four booleans. */
    @Benchmark
    @OperationsPerInvocation(PROPERTIES)
    public int getBool() {
        int count = 0;
        for (String name : BOOLS) {
            count += object.getBool(name) ? 1 : 0;
        }
        return count;
    }

    /** Sets four integers. */
    @Benchmark
    @OperationsPerInvocation(PROPERTIES)
    public void setLong() {
        number++;
        for (String name : LONGS) {
            object.setLong(name, number);
        }
    }

    /** Reads four integers. */
    @Benchmark
    @OperationsPerInvocation(PROPERTIES)
    public long getLong() {
        long sum = 0;
        for (String name : LONGS) {
            sum += object.getLong(name);
        }
        return sum;
    }

    /** Makes an object and ends it. */
    @Benchmark
    public QomObject newObject() {
        QomObject made = objectClass.newObject();
        made.unref();
        return made;
    }
}
