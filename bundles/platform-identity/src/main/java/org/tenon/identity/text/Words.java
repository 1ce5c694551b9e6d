package org.tenon.identity.text;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.text.Labels;

/**
 * Refusals in the caller's language. The texts may be away for a while, as they come from another bundle: what guards the organisation
 * does not go with them. Safe for all threads.
 */
@Component(service = Words.class)
public final class Words {

    private final AtomicReference<Labels> labels = new AtomicReference<>();

    @Activate
    public Words() {
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void setLabels(Labels arrived) {
        labels.set(arrived);
    }

    public void unsetLabels(Labels left) {
        labels.compareAndSet(left, null);
    }

    /** A refusal. @param key of the text {@code refused.<key>}; stands for itself while the texts are away */
    public TenonException refused(Kind kind, String key, Object... args) {
        Labels present = labels.get();
        Locale locale = Caller.present().map(Caller::locale).orElse(Locale.ENGLISH);
        return new TenonException(kind, present == null ? key : present.text("identity", "refused." + key, locale, args));
    }
}
