/** Pages that few people open, in one piece: the entry of the console names it once. */
import { useLocation } from 'wouter';
import AgreementsPage from '../network/agreements-page.tsx';
import BulletinsPage from '../network/bulletins-page.tsx';
import StatisticsPage from '../network/statistics-page.tsx';
import ConsultationPage from '../regulations/consultation-page.tsx';
import ActivityPeriodsPage from '../stores/activity-periods-page.tsx';
import RecomputationPage from '../stores/recomputation-page.tsx';
import ShortlistPage from '../stores/shortlist-page.tsx';
import CoversPage from './covers-page.tsx';
import InterestsPage from './interests-page.tsx';
import InvitationPage from './invitation-page.tsx';
import RecommendationsPage from './recommendations-page.tsx';

const PAGES = {
  agreements: AgreementsPage,
  bulletins: BulletinsPage,
  statistics: StatisticsPage,
  consultations: ConsultationPage,
  'activity-periods': ActivityPeriodsPage,
  recomputation: RecomputationPage,
  shortlist: ShortlistPage,
  covers: CoversPage,
  interests: InterestsPage,
  invitations: InvitationPage,
  recommendations: RecommendationsPage,
} as const;

/** The page by the first part of the address. */
export default function RarePages() {
  const [path] = useLocation();
  const Shown = PAGES[(path.split('/')[1] ?? '') as keyof typeof PAGES];
  return <Shown />;
}
