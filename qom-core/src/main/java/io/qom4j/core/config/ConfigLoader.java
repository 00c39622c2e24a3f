// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.CompositionTree;
import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.diagnostic.Diagnostic;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads configuration documents, options and descriptions made in Java into a runtime: all of them, or nothing.
 *
 * <p>Loading has {@linkplain LoadStage stages}. <i>Parse</i> the texts and what they include. <i>Check</i> every value against the types, without side
 * effects, and collect everything that is wrong. <i>Order</i> the objects so that what a link needs comes first. Then, under
 * the runtime's writer lock, <i>create</i> each, <i>set</i> its values, put it into the tree and <i>complete</i> it; listeners
 * hear of all of it together when the lock is released. If an object refuses, those made so far are taken back, the last one
 * first.
 *
 * <pre>{@code
 * ConfigLoader.Loaded loaded = ConfigLoader.of(qom)
 *         .file(Path.of("base.json"))
 *         .file(Path.of("site.json"))      // overrides values of the first
 *         .load();
 * }</pre>
 *
 * <p>A loader is used once. Confined to one thread.
 */
public final class ConfigLoader {
    private final Qom qom;
    private final List<Consumer<DocumentReader>> inputs = new ArrayList<>();
    private final List<ObjectSource> options = new ArrayList<>();
    private Environment environment = Environment.OFF;
    private JsonLimits limits = JsonLimits.DEFAULT;
    private @Nullable LoadProgress progress;

    private ConfigLoader(Qom qom) {
        this.qom = qom;
    }

    /** Returns a loader into a runtime. */
    public static ConfigLoader of(Qom qom) {
        return new ConfigLoader(Objects.requireNonNull(qom, "qom"));
    }

    /** Adds a file, and what it includes; it overrides what was added before. */
    public ConfigLoader file(Path file) {
        Objects.requireNonNull(file, "file");
        inputs.add(reader -> reader.file(file));
        return this;
    }

    /** Adds a text in UTF-8, for example of standard input; what it includes is relative to the working directory. */
    public ConfigLoader text(byte[] json, String name) {
        inputs.add(reader -> reader.text(json, name, null));
        return this;
    }

    /** Adds a text; what it includes is relative to the working directory. */
    public ConfigLoader text(String json, String name) {
        return text(json.getBytes(StandardCharsets.UTF_8), name);
    }

    /** Adds a document that was read or built elsewhere. */
    public ConfigLoader document(JsonDocument document, String name) {
        inputs.add(reader -> reader.document(document, name));
        return this;
    }

    /** Adds a document of Java values. */
    public ConfigLoader document(ConfigDocument document, String name) {
        return document(document.toJson(), name);
    }

    /** Adds one object, which must not have the id of another. */
    public ConfigLoader object(ObjectSource source) {
        options.add(Objects.requireNonNull(source, "source"));
        return this;
    }

    /**
     * Allows values from the environment, <code>{"$env": "NAME"}</code>.
     *
     * @param variables gives the value of a variable, or null if it is not set; {@code System::getenv}
     */
    public ConfigLoader environment(Function<String, @Nullable String> variables) {
        environment = Environment.of(variables);
        return this;
    }

    /** Says how large each text may be; the default is {@link JsonLimits#DEFAULT}. */
    public ConfigLoader limits(JsonLimits most) {
        limits = Objects.requireNonNull(most, "most");
        return this;
    }

    /** Says who hears of each step of {@link #load}, and may stop it. */
    public ConfigLoader progress(LoadProgress listener) {
        progress = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /** Returns everything that is wrong, in the order of the texts, without making anything; empty if all is well. */
    public List<Diagnostic> check() {
        Stages stages = new Stages();
        stages.read();
        stages.check();
        stages.order();
        return stages.problems.sorted();
    }

    /**
     * Returns what would be made, without making it: includes, overrides, defaults and globals applied, each value in its
     * plainest form, those equal to a declared default left out.
     *
     * @throws ConfigException if anything is wrong
     */
    public ConfigDocument effective() {
        Stages stages = new Stages();
        int[] order = stages.plan();
        return new EffectiveDocument(stages.plan, environment).document(stages.objects, order);
    }

    /**
     * Returns why a property of an object has the value that it would have, without making anything.
     *
     * @param path the object's path, or its id
     * @throws ConfigException if anything is wrong with the documents
     * @throws io.qom4j.core.error.PathException if they describe no such object
     * @throws io.qom4j.core.error.PropertyException if its type has no such property
     */
    public Explanation explain(String path, String property) {
        Stages stages = new Stages();
        stages.plan();
        return new Explainer(stages.plan, stages.defaults, environment).explain(path, property);
    }

    /**
     * Loads everything.
     *
     * @throws ConfigException if anything is wrong or an object refuses; the runtime is then as before
     */
    public Loaded load() {
        Stages stages = new Stages();
        stages.read();
        passed(LoadStage.CHECK);
        stages.check();
        return qom.exclusively(() -> {
            passed(LoadStage.ORDER);
            int[] order = stages.order();
            List<Diagnostic> problems = stages.problems.sorted();
            if (stages.problems.hasErrors()) {
                throw new ConfigException(problems);
            }
            ObjectMaker maker = new ObjectMaker(qom, environment, progress);
            maker.make(stages.plan, stages.objects, order);
            return new Loaded(qom, maker, stages.made(maker), problems);
        });
    }

    private void passed(LoadStage stage) {
        if (progress != null) {
            progress.before(stage, "");
        }
    }

    /** What a load has made. Thread-safe. */
    public static final class Loaded {
        private final Qom qom;
        private final ObjectMaker maker;
        private final List<QomObject> objects;
        private final List<Diagnostic> warnings;

        private Loaded(Qom qom, ObjectMaker maker, List<QomObject> objects, List<Diagnostic> warnings) {
            this.qom = qom;
            this.maker = maker;
            this.objects = List.copyOf(objects);
            this.warnings = List.copyOf(warnings);
        }

        /** Returns the objects under {@code /objects}, in the order of the texts. */
        public List<QomObject> objects() {
            return objects;
        }

        /** Returns what should be written differently. */
        public List<Diagnostic> warnings() {
            return warnings;
        }

        /**
         * Undoes the load, the last object first, as if an object had refused: for a transaction of which another part
         * failed. Nobody hears of either if both happen in one {@link Qom#exclusively}. Taking back again does nothing.
         */
        public void takeBack() {
            qom.exclusively(maker::takeBack);
        }
    }

    /** The stages before anything is made, one after the other. */
    private final class Stages {
        private final Problems problems = new Problems();
        private final LoadPlan plan = new LoadPlan();
        private final DocumentReader reader = new DocumentReader(problems, limits, progress);
        private final ValueCheck values = new ValueCheck(problems, environment);
        private final TypeDefaults defaults = new TypeDefaults(qom.types(), plan, problems, values);
        private List<ObjectPlan> objects = List.of();

        /** Takes every stage before anything is made, and refuses what is wrong; returns what {@link #order} does. */
        int @Nullable [] plan() {
            read();
            check();
            int[] order = order();
            if (problems.hasErrors()) {
                throw new ConfigException(problems.sorted());
            }
            return order;
        }

        /** Returns the objects under {@code /objects}, in the order of the texts. */
        List<QomObject> made(ObjectMaker maker) {
            return objects == plan.top()
                    ? maker.made()
                    : plan.top().stream()
                            .map(each -> Objects.requireNonNull(each.object()))
                            .toList();
        }

        void read() {
            inputs.forEach(input -> input.accept(reader));
        }

        void check() {
            TypeFinder types = new TypeFinder(qom.types(), problems);
            QomObject container = qom.root().child(CompositionTree.OBJECTS);
            ObjectClass owner = (container == null ? qom.root() : container).objectClass();
            ObjectCheck objectCheck = new ObjectCheck(plan, problems, types, values, owner);
            DocumentCheck documents = new DocumentCheck(problems, objectCheck, defaults);
            reader.sources().forEach(documents::check);
            for (ObjectSource option : options) {
                objectCheck.check(reader.object(option), option.node(), null);
            }
            if (plan.isPlain() && defaults.isEmpty()) {
                objects = plan.top();
            } else {
                objects = plan.numbered(each -> {
                    defaults.apply(each);
                    objectCheck.checkComplete(each);
                });
            }
        }

        /** Returns the steps; null if the order of the texts will do. */
        int @Nullable [] order() {
            LinkResolver links = new LinkResolver(qom, plan, problems);
            QomObject container = qom.root().child(CompositionTree.OBJECTS);
            if (container != null) {
                for (ObjectPlan each : plan.top()) {
                    if (container.child(each.id()) != null) {
                        ObjectCheck.idInUse(each, container.objectClass(), problems);
                    }
                }
            }
            if (objects == plan.top()) {
                return null;
            }
            boolean isInOrder = true;
            for (ObjectPlan each : objects) {
                isInOrder &= !links.resolve(each) && each.parent() == null;
            }
            return isInOrder ? null : LoadOrder.of(objects, problems);
        }
    }
}
