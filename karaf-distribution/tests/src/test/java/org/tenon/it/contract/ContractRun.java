package org.tenon.it.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs a contract as an author's build would. */
final class ContractRun {

    private ContractRun() {
    }

    /** The tests that fail, by the names of their methods. */
    static Set<String> failures(Class<?> contract) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build(), summary);
        if (summary.getSummary().getTestsFoundCount() == 0) {
            throw new AssertionError(contract + " has no tests");
        }
        Set<String> failed = new TreeSet<>();
        for (Failure failure : summary.getSummary().getFailures()) {
            failed.add(failure.getTestIdentifier().getSource().filter(MethodSource.class::isInstance).map(source -> ((MethodSource) source).getMethodName())
                .orElseGet(() -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()));
        }
        return failed;
    }
}
