// The least that a redactor with libphonenumber does: finds the numbers of each text of a file, in each of the regions given,
// and prints the megabytes a second of processor time, the median of three rounds. Texts end with a zero byte.
//   c++ -O2 -o redaction-peer Scripts/redaction-peer.cpp -lphonenumber      (Debian's libphonenumber-dev)
//   redaction-peer FILE REGION...
// Scripts/redaction-quality builds and runs it where the library is.
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;

int main(int count, char **arguments) {
    if (count < 3) {
        fputs("usage: redaction-peer FILE REGION...\n", stderr);
        return 64;
    }
    std::ifstream file(arguments[1]);
    std::vector<std::string> texts;
    size_t bytes = 0;
    for (std::string text; std::getline(file, text, '\0'); bytes += text.size()) texts.push_back(text);
    if (bytes == 0) {
        fprintf(stderr, "redaction-peer: nothing to read in %s\n", arguments[1]);
        return 66;
    }
    const PhoneNumberUtil &numbers = *PhoneNumberUtil::GetInstance();
    std::vector<double> seconds;
    for (int round = 0; round < 3; round++) {
        clock_t start = clock();
        for (const std::string &text : texts) {
            for (int region = 2; region < count; region++) {
                PhoneNumberMatcher matcher(numbers, text, arguments[region], PhoneNumberMatcher::VALID, 65535);
                for (PhoneNumberMatch match; matcher.HasNext() && matcher.Next(&match);) {}
            }
        }
        seconds.push_back(double(clock() - start) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    printf("%.3f\n", bytes / 1e6 / seconds[1]);
}
