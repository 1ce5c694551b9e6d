package org.tenon.shell.contributions;

import org.tenon.sdk.identity.Grants;
import org.tenon.sdk.rest.Permission;

/** Which menu entries somebody may use. What they open is checked again where it is served. */
record Rights(Grants grants) {

    /** @param permission {@code member}, a function, or {@code <type>:<action>} */
    boolean allow(String permission) {
        if (grants.administrator() || Permission.MEMBER.equals(permission) || grants.functions().contains(permission)) {
            return true;
        }
        int colon = permission.lastIndexOf(':');
        return colon > 0 && grants.records().stream()
                .anyMatch(grant -> grant.type().equals(permission.substring(0, colon)) && grant.action().equals(permission.substring(colon + 1)));
    }
}
