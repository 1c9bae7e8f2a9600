package org.tailwright.readers.spancsv;

import java.util.List;

/// What a column of spans means, with the names under which it is found, better ones first. Names are compared without case, blanks, signs
/// and unit.
enum Role {
    TRACE("traceid", "trace", "tracehexid"),
    SPAN("spanid", "span", "spanhexid", "id", "rpcid"),
    PARENT("parentspanid", "parentid", "parentspan", "pspanid", "parentspanhexid", "parent", "referenceid"),
    SERVICE("servicename", "service", "processservicename", "localservice", "cmdbid", "podname", "pod", "app", "appname", "application", "component",
            "process", "containername", "container", "host", "hostip"),
    OPERATION("operationname", "operation", "spanname", "name", "methodname", "endpointname", "endpoint", "resource", "url", "path", "interface",
            "dsname", "method"),
    START("starttime", "start", "starttimestamp", "startts", "timestamp", "begintime", "begin", "startedat", "time", "ts"),
    END("endtime", "end", "endtimestamp", "endts", "finishtime", "finish", "stoptime", "stop", "finishedat"),
    DURATION("duration", "spanduration", "elapsedtime", "elapsed", "latency", "responsetime", "durationtime", "cost", "rt"),
    KIND("spankind", "kind"),
    FAILED("error", "iserror", "haserror", "failed"),
    STATUS("statuscode", "status", "otelstatuscode"),
    /// Alibaba's caller.
    CALLER("um"),
    /// Alibaba's called service.
    CALLED("dm"),
    /// Alibaba's kind of call.
    CALL("rpctype");

    final List<String> names;

    Role(String... names) {
        this.names = List.of(names);
    }
}
