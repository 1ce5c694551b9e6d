package org.tenon.sdk.lint.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Collects an annotation's values and hands them over when it ends. */
final class AnnotationReader extends AnnotationVisitor {

    private final Map<String, Object> values = new HashMap<>();
    private final Consumer<ClassFacts.Annotation> done;

    AnnotationReader(Consumer<ClassFacts.Annotation> done) {
        super(Opcodes.ASM9);
        this.done = done;
    }

    @Override
    public void visit(String name, Object value) {
        values.put(name, value);
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
        values.put(name, value);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String name, String descriptor) {
        return null;
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        List<Object> list = new ArrayList<>();
        values.put(name, list);
        return new AnnotationVisitor(Opcodes.ASM9) {

            @Override
            public void visit(String unnamed, Object value) {
                list.add(value);
            }

            @Override
            public void visitEnum(String unnamed, String descriptor, String value) {
                list.add(value);
            }
        };
    }

    @Override
    public void visitEnd() {
        done.accept(new ClassFacts.Annotation(values));
    }
}
