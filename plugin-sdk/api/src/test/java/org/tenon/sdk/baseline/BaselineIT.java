package org.tenon.sdk.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Compares the SDK's exported packages with those last published ({@code baseline/}, see its README): whoever changes a package changes its version,
 * by as much as authors of plugins will notice.
 */
class BaselineIT {

    private static final Path PUBLISHED = Path.of("baseline/tenon-sdk.jar");
    private static final Path BUILT = Path.of(System.getProperty("tenon.sdk.jar", "target/tenon-sdk-0.1.0.jar"));
    private static final String MENU = "org/tenon/sdk/shell/MenuContribution.class";
    /** Has default methods too. */
    private static final String RULES = "org/tenon/sdk/record/RecordRules.class";
    private static final String TX = "org/tenon/sdk/tx/Tx.class";

    @Test
    void everyPackageThatChangedHasTheVersionItsChangeAsksFor() throws Exception {
        try (Jar built = new Jar(BUILT.toFile())) {
            assertThat(complaints(built)).isEmpty();
        }
    }

    @Test
    void aMethodAddedToWhatThePlatformImplementsAsksForAMinorVersion() throws Exception {
        try (Jar changed = changed(TX, BaselineIT::withMethod)) {
            assertThat(complaints(changed)).singleElement().asString().contains("org.tenon.sdk.tx").contains("1.1.0");
        }
    }

    @Test
    void aMethodAddedToWhatPluginsImplementAsksForAMajorVersion() throws Exception {
        try (Jar changed = changed(MENU, BaselineIT::withMethod)) {
            assertThat(complaints(changed)).singleElement().asString().contains("org.tenon.sdk.shell").contains("2.0.0");
        }
        try (Jar changed = changed(RULES, BaselineIT::withMethod)) {
            assertThat(complaints(changed)).singleElement().asString().contains("org.tenon.sdk.record").contains("2.0.0");
        }
    }

    @Test
    void whatDoesNotShowOutsideNeedsNoVersion() throws Exception {
        try (Jar changed = changed(TX, UnaryOperator.identity())) {
            assertThat(complaints(changed)).isEmpty();
        }
    }

    private static List<String> complaints(Jar newer) throws Exception {
        try (Processor bnd = new Processor(); Jar older = new Jar(PUBLISHED.toFile())) {
            List<String> complaints = new ArrayList<>();
            for (Baseline.Info info : new Baseline(bnd, new DiffPluginImpl()).baseline(newer, older, new Instructions("org.tenon.sdk.*, org.tenon.sdk"))) {
                if (info.newerVersion.getMajor() == info.olderVersion.getMajor() && obliges(newer, older, info.packageName)) {
                    complaints.add(info.packageName + " " + info.newerVersion + " must be at least " + (info.olderVersion.getMajor() + 1) + ".0.0: plugins must write more");
                } else if (info.mismatch) {
                    complaints.add(info.packageName + " " + info.newerVersion + " must be at least " + info.suggestedVersion + ": " + info.packageDiff.getDelta());
                }
            }
            return complaints;
        }
    }

    /** Whether an interface that plugins implement asks them for a method more. */
    private static boolean obliges(Jar newer, Jar older, String packageName) throws Exception {
        if (older.getDirectory(packageName.replace('.', '/')) == null || newer.getDirectory(packageName.replace('.', '/')) == null) {
            return false;
        }
        Map<String, Set<String>> before = Obligations.of(older, packageName);
        return Obligations.of(newer, packageName).entrySet().stream()
            .anyMatch(type -> before.containsKey(type.getKey()) && !before.get(type.getKey()).containsAll(type.getValue()));
    }

    /** What was published with one class rewritten. */
    private static Jar changed(String type, UnaryOperator<ClassVisitor> change) throws Exception {
        Jar jar = new Jar(PUBLISHED.toFile());
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(jar.getResource(type).openInputStream()).accept(change.apply(writer), 0);
        jar.putResource(type, new EmbeddedResource(writer.toByteArray(), 0L));
        return jar;
    }

    private static ClassVisitor withMethod(ClassVisitor next) {
        return new ClassVisitor(Opcodes.ASM9, next) {

            @Override
            public void visitEnd() {
                visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "added", "()V", null, null).visitEnd();
                super.visitEnd();
            }
        };
    }
}
