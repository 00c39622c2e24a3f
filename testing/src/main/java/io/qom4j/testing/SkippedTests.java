// SPDX-License-Identifier: Apache-2.0

package io.qom4j.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The witness of a test run: lists the tests that were skipped, or given up by an assumption, in a file.
 *
 * <p>The file is named by the system property {@value #FILE_PROPERTY}; without that property nothing is written. It exists
 * after a run exactly when a test was skipped, and the build fails when it finds it. JUnit makes this object itself, by
 * {@link java.util.ServiceLoader}.
 *
 * <p>Thread-safe: tests may report from several threads.
 */
public final class SkippedTests implements TestExecutionListener {

    /** The system property that names the file. */
    public static final String FILE_PROPERTY = "qom.test.skipped";

    private final ConcurrentLinkedQueue<String> skipped = new ConcurrentLinkedQueue<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.add(test.getUniqueId() + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            skipped.add(test.getUniqueId() + ": "
                    + result.getThrowable().map(Throwable::toString).orElse("given up without a reason"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String file = System.getProperty(FILE_PROPERTY);
        if (file == null) {
            return;
        }
        try {
            Path path = Path.of(file);
            Files.deleteIfExists(path);
            if (!skipped.isEmpty()) {
                Files.write(path, skipped);
                skipped.forEach(line -> System.err.println("Skipped, which is not allowed: " + line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list of skipped tests could not be written to " + file, e);
        }
    }
}
