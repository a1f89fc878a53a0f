"""What /proc tells of a process: processor time and memory. `Skip` where there is no /proc."""

import os

from corpus import Skip


def _read(pid, name):
    try:
        with open("/proc/%d/%s" % (pid, name), encoding="utf-8") as file:
            return file.read()
    except OSError:
        raise Skip("no /proc/%d/%s here" % (pid, name)) from None


def busy(pid):
    """Milliseconds that its threads ran. Clock ticks would not do: a wake-up of 0.1 ms may be charged as 10 ms."""
    return sum(int(_read(pid, "task/%s/schedstat" % thread).split()[0])
               for thread in os.listdir("/proc/%d/task" % pid)) / 1e6


def context_switches(pid):
    """How often its threads woke up and went to sleep again."""
    total = 0
    for thread in os.listdir("/proc/%d/task" % pid):
        for line in _read(pid, "task/%s/status" % thread).splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                total += int(line.split()[1])
    return total


def resident(pid):
    """Bytes of memory in use."""
    for line in _read(pid, "status").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) * 1024
    raise Skip("no VmRSS here")


def runs(pid):
    """Whether the process is there and no zombie."""
    try:
        return _read(pid, "stat").rsplit(")", 1)[1].split()[0] != "Z"
    except Skip:
        return False
