package org.tenon.sdk.lint.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.tenon.sdk.lint.text.Sentence;
import org.tenon.sdk.lint.zip.ArchiveException;

/** Reads one class file. */
final class ClassFileReader extends ClassVisitor {

    private final Map<String, ClassFacts.Annotation> annotations = new HashMap<>();
    private final List<ClassFacts.Method> methods = new ArrayList<>();
    private final List<ClassFacts.MenuEntry> menu = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private String name = "";
    private String parent = "";
    private int major;

    private ClassFileReader() {
        super(Opcodes.ASM9);
    }

    /** @throws ArchiveException if the bytes are no class, or one of a Java that is too new to be read */
    static ClassFacts read(String file, byte[] bytes) throws ArchiveException {
        ClassFileReader reader = new ClassFileReader();
        try {
            new ClassReader(bytes).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException e) { // whatever the parser stumbles over: it expects class files as compilers write them
            throw new ArchiveException(Sentence.of("lint.archive.classFile", file), e);
        }
        return new ClassFacts(reader.name, reader.parent, reader.major, reader.annotations, reader.methods, reader.menu, reader.texts);
    }

    @Override
    public void visit(int version, int access, String internalName, @Nullable String signature, @Nullable String superName, String[] interfaces) {
        major = version & 0xffff;
        name = internalName.replace('/', '.');
        parent = superName == null ? "" : superName.replace('/', '.');
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationReader(annotation -> annotations.put(Type.getType(descriptor).getClassName(), annotation));
    }

    @Override
    public MethodVisitor visitMethod(int access, String methodName, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new CodeReader(menu, texts, found -> {
            if (!found.isEmpty()) {
                methods.add(new ClassFacts.Method(methodName, found));
            }
        });
    }
}
