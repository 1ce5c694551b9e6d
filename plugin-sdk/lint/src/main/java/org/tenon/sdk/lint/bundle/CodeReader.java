package org.tenon.sdk.lint.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads a method: its annotations, its constant texts, and the menu entries it makes. A call of {@code MenuItem.of} or {@code group} is understood when its
 * arguments are constants pushed right before it, as they are where entries are written down plainly.
 */
final class CodeReader extends MethodVisitor {

    private static final String MENU_ITEM = "org/tenon/sdk/shell/MenuItem";

    /** Takes the place of an argument that is no constant. */
    private static final Object UNKNOWN = new Object();

    private final Map<String, ClassFacts.Annotation> annotations = new HashMap<>();
    private final List<Object> pushed = new ArrayList<>();
    private final List<ClassFacts.MenuEntry> menu;
    private final List<String> texts;
    private final Runnable end;

    CodeReader(List<ClassFacts.MenuEntry> menu, List<String> texts, java.util.function.Consumer<Map<String, ClassFacts.Annotation>> end) {
        super(Opcodes.ASM9);
        this.menu = menu;
        this.texts = texts;
        this.end = () -> end.accept(annotations);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationReader(annotation -> annotations.put(Type.getType(descriptor).getClassName(), annotation));
    }

    @Override
    public void visitLdcInsn(Object value) {
        pushed.add(value);
        if (value instanceof String text) {
            texts.add(text);
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        pushed.add(operand);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.ACONST_NULL || opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
            pushed.add(opcode == Opcodes.ACONST_NULL ? UNKNOWN : opcode - Opcodes.ICONST_0);
        } else {
            pushed.clear();
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (opcode == Opcodes.INVOKESTATIC && owner.equals(MENU_ITEM)) {
            entry(name);
        }
        pushed.clear();
        if (!descriptor.endsWith(")V")) {
            pushed.add(UNKNOWN);
        }
    }

    private void entry(String name) {
        int last = pushed.size();
        if (name.equals("of") && last >= 5 && text(last - 5) != null) {
            menu.add(new ClassFacts.MenuEntry(String.valueOf(text(last - 5)), text(last - 4), text(last - 2), text(last - 1)));
        } else if (name.equals("group") && last >= 3 && text(last - 3) != null) {
            menu.add(new ClassFacts.MenuEntry(String.valueOf(text(last - 3)), null, null, null));
        }
    }

    private @Nullable String text(int index) {
        return pushed.get(index) instanceof String text ? text : null;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        pushed.add(UNKNOWN);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        pushed.add(UNKNOWN);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        pushed.clear();
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        pushed.clear();
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        pushed.clear();
        pushed.add(UNKNOWN);
    }

    @Override
    public void visitEnd() {
        end.run();
    }
}
