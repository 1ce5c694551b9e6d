package org.tenon.sdk.baseline;

import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The methods a plugin must write when it implements an interface of the SDK. bnd overlooks one that is added to an interface which also has default
 * methods (seen with 7.3.0).
 */
final class Obligations extends ClassVisitor {

    private static final String CONSUMER_TYPE = "Lorg/osgi/annotation/versioning/ConsumerType;";

    private final Set<String> methods = new TreeSet<>();
    private boolean consumed;

    private Obligations() {
        super(Opcodes.ASM9);
    }

    /** By the names of the interfaces in one package. */
    static Map<String, Set<String>> of(Jar jar, String packageName) throws Exception {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Map.Entry<String, Resource> file : jar.getDirectory(packageName.replace('.', '/')).entrySet()) {
            if (file.getKey().endsWith(".class")) {
                Obligations type = new Obligations();
                try (InputStream in = file.getValue().openInputStream()) {
                    new ClassReader(in).accept(type, ClassReader.SKIP_CODE);
                }
                if (type.consumed) {
                    found.put(file.getKey(), type.methods);
                }
            }
        }
        return found;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        consumed |= descriptor.equals(CONSUMER_TYPE);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        if ((access & Opcodes.ACC_ABSTRACT) != 0) {
            methods.add(name + descriptor);
        }
        return null;
    }
}
