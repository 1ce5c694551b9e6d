package org.tenon.records.imports.file;

import org.jspecify.annotations.Nullable;
import org.tenon.sdk.Kind;

/** A file that cannot be loaded as a whole. Its text is {@code import.file.<code>} of this bundle, with the arguments. */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String code;
    private final transient Object[] args;

    FileRefused(Kind kind, String code, @Nullable Throwable cause, Object... args) {
        super(code, cause);
        this.kind = kind;
        this.code = code;
        this.args = args;
    }

    static FileRefused unreadable(String code, Object... args) {
        return new FileRefused(Kind.UNREADABLE, code, null, args);
    }

    static FileRefused tooLarge(String code, Object... args) {
        return new FileRefused(Kind.TOO_LARGE, code, null, args);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Object[] args() {
        return args.clone();
    }
}
