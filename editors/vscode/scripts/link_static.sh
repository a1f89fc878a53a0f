#!/usr/bin/env bash
# Links the release build again as one program that needs no library of the system: scripts/link_static.sh BUILD OUT
# For Linux with glibc, on the machine's own processor. Of ICU's 31 MB of data only GB18030 and NFKC go in. Needs the static
# libraries of libicu-dev and libtree-sitter-dev, icupkg (icu-devtools), and the finished build folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(realpath "$1")
out=$(realpath -m "$2")
libs=/usr/lib/$(gcc -print-multiarch)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# ICU's data, as it lies in its library, without what is never asked for.
ar x "$libs/libicudata.a"
object=$(echo icudt*_dat.o)
name=${object%.o}
version=$(printf '%s' "$name" | tr -dc 0-9)
objcopy -O binary --only-section=.rodata "$object" "${name%_dat}.dat"
icupkg -l "${name%_dat}.dat" | grep -vE '^(cnvalias\.icu|gb18030\.cnv|nfkc\.nrm)$' >unused.txt
mkdir small  # The items carry the file's name, so it stays.
icupkg -r unused.txt "${name%_dat}.dat" "small/${name%_dat}.dat"
printf '.section .rodata\n.balign 16\n.globl icudt%s_dat\nicudt%s_dat:\n.incbin "small/%s.dat"\n.section .note.GNU-stack,"",@progbits\n' "$version" "$version" "${name%_dat}" >data.s
gcc -c data.s -o data.o

# The formatting library has no static form in Debian: its own inline form, compiled once.
cat >format.cpp <<'CPP'
#include <fmt/format-inl.h>
namespace fmt { inline namespace v9 {
namespace detail {
template dragonbox::decimal_fp<float> dragonbox::to_decimal(float) noexcept;
template dragonbox::decimal_fp<double> dragonbox::to_decimal(double) noexcept;
template locale_ref::locale_ref(const std::locale&);
template std::locale locale_ref::get<std::locale>() const;
template thousands_sep_result<char> thousands_sep_impl(locale_ref);
template char decimal_point_impl(locale_ref);
template void buffer<char>::append(const char*, const char*);
template void vformat_to(buffer<char>&, string_view, basic_format_args<buffer_context<char>>, locale_ref);
}  // namespace detail
}}  // namespace fmt::v9
CPP
g++ -O2 -DFMT_LIB_EXPORT -c format.cpp -o format.o

command=$(ninja -C "$build" -t commands nianbao | tail -n 1 | grep -oE '[^ ]*c\+\+ .*' | sed 's/ && :.*$//; s/-o nianbao//')
command=$(sed -E "s# [^ ]*libfmt\.so[^ ]*# $work/format.o#g; s# [^ ]*libtree-sitter\.so[^ ]*# $libs/libtree-sitter.a#g; s# [^ ]*lib(icu(uc|i18n))\.so[^ ]*# $libs/lib\1.a#g; s# [^ ]*libicudata\.so[^ ]*# $work/data.o#g; s# -l(fmt|tree-sitter)\b##g" <<<"$command")
mkdir -p "$(dirname "$out")"
cd "$build"
$command "$work/format.o" "$libs/libtree-sitter.a" "$libs/libicui18n.a" "$libs/libicuuc.a" "$work/data.o" -static -s -Wl,--allow-multiple-definition -o "$out"
ls -l "$out" | awk '{ printf "%s: %.1f MB\n", $NF, $5 / 1e6 }'

# The same answers as the program it was made from, without any library, locale or environment; GB18030 needs ICU's data.
for report in "$here"/../../../docs/examples/form-*; do
  iconv -f UTF-8 -t GB18030 "$report" >"$work/report.txt"
  for file in "$report" "$work/report.txt"; do
    cmp <("$build/nianbao" check --format json "$file") <(env -i "$out" check --format json "$file") || { rm -f "$out"; exit 1; }
  done
done
